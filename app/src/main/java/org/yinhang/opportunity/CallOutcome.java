package org.yinhang.opportunity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a contact ended. */
public enum CallOutcome {
    /** Somebody spoke with the customer. */
    REACHED,
    /** Nobody answered. */
    NOT_REACHED,
    /** The customer wants none of this now. */
    REFUSED,
    /** The customer wants no more calls at all: the consent to calls is taken back. */
    OPT_OUT;

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.outcome." + key();
    }

    /** The outcome of a name. */
    public static Optional<CallOutcome> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
