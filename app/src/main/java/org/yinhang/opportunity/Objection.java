package org.yinhang.opportunity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a customer has against it. */
public enum Objection {
    /** The rate is too high. */
    RATE_HIGH,
    /** There is no need. */
    NO_NEED,
    /** Whether the caller is genuine. */
    GENUINE,
    /** Whether the conditions can be met. */
    CONDITIONS,
    /** No time now. */
    BUSY,
    /** Another bank has it already. */
    OTHER_BANK;

    /** Its name in tables and scripts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.objection." + key();
    }

    /** The objection of a name. */
    public static Optional<Objection> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(Objection::key).collect(Collectors.joining(", "));
    }
}
