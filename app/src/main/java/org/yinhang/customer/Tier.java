package org.yinhang.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Money;

/**
 * Stratification by contribution (分层): decides who looks after a customer and what service they are entitled to. High-end
 * from 600,000 yuan under management; potential high-end from 200,000 yuan, or an income of 30,000 yuan a month; these
 * are the usual thresholds of Chinese retail banks for wealth and gold customers.
 */
public enum Tier {
    /** 高端. */
    HIGH_END,
    /** 潜力高端. */
    POTENTIAL,
    /** 大众. */
    GENERAL;

    private static final Money HIGH_END_FROM = Money.ofYuan(600_000);
    private static final Money POTENTIAL_FROM = Money.ofYuan(200_000);
    private static final Money POTENTIAL_INCOME = Money.ofYuan(30_000);

    /**
     * The tier of a customer.
     *
     * @param aum deposits and wealth products
     * @param monthlyIncome of a month, or null where unknown
     */
    public static Tier of(Money aum, @Nullable Money monthlyIncome) {
        if (aum.compareTo(HIGH_END_FROM) >= 0) {
            return HIGH_END;
        }
        boolean earnsWell = monthlyIncome != null && monthlyIncome.compareTo(POTENTIAL_INCOME) >= 0;
        return earnsWell || aum.compareTo(POTENTIAL_FROM) >= 0 ? POTENTIAL : GENERAL;
    }

    /** The message key of its name. */
    public String messageKey() {
        return "customer.tier." + name().toLowerCase(Locale.ROOT);
    }
}
