package org.yinhang.opportunity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a customer needs money for. */
public enum Need {
    /** Renovating. */
    RENOVATION,
    /** A car. */
    CAR,
    /** Schooling. */
    EDUCATION,
    /** Turnover of a business. */
    BUSINESS,
    /** Shopping, travel, a wedding. */
    CONSUMPTION,
    /** A reserve for emergencies. */
    RESERVE,
    /** Something else. */
    OTHER;

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.need." + key();
    }

    /** The need of a name. */
    public static Optional<Need> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
