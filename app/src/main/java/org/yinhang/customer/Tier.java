package org.yinhang.customer;

import java.util.Locale;

/**
 * Stratification by contribution (分层): decides who looks after a customer and what service they are entitled to. Where each
 * begins is said by the tag {@value #TAG}, which a bank edits like any other; every run of the tags brings the tiers up to
 * date.
 */
public enum Tier {
    /** 高端. */
    HIGH_END,
    /** 潜在高端. */
    POTENTIAL,
    /** 普通. */
    GENERAL,
    /** Not known before the first run of the tags, and where the tag says nothing. */
    UNKNOWN;

    /** The tag whose values the tiers are. */
    public static final String TAG = "customer_tier";

    /** The value of the tag. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "customer.tier." + value();
    }
}
