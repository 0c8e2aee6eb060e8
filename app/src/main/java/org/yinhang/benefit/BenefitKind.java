package org.yinhang.benefit;

import java.util.Locale;

/** What a benefit is. */
public enum BenefitKind {
    /** So much off the rate of a loan. */
    RATE_COUPON,
    /** A thing. */
    GIFT,
    /** Points of the bank's own programme. */
    POINTS;

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "benefit.kind." + key();
    }

    /** The one of a name. */
    public static BenefitKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
