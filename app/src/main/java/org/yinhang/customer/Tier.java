package org.yinhang.customer;

import java.util.Locale;

/**
 * Stratification by contribution (分层): decides who looks after a customer and what service they are entitled to. Where each
 * begins is the bank's choice, see {@link TierSettings}.
 */
public enum Tier {
    /** 高端. */
    HIGH_END,
    /** 潜力高端. */
    POTENTIAL,
    /** 大众. */
    GENERAL;

    /** The message key of its name. */
    public String messageKey() {
        return "customer.tier." + name().toLowerCase(Locale.ROOT);
    }
}
