package org.yinhang.opportunity;

import java.util.Locale;

/** How a person approaches a customer. */
public enum ContactWay {
    /** By phone. */
    CALL,
    /** At the customer's place. */
    VISIT;

    /** Its name in tables, and the channel the contact policy knows it by. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.way." + key();
    }

    /** The message key of how a contact made so ended. */
    public String messageKey(CallOutcome outcome) {
        return switch (this) {
            case CALL -> outcome.messageKey();
            case VISIT -> "opportunity.visit.outcome." + outcome.key();
        };
    }

    /** The way of a name. */
    public static ContactWay of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
