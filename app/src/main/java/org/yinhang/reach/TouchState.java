package org.yinhang.reach;

import java.util.Locale;

/** Where a touch stands. */
public enum TouchState {
    /** Waits for its turn. */
    PENDING,
    /** Its attempt is on record; what the gateway says is not. */
    ATTEMPTING,
    /** The gateway took it, or a person was given it. */
    SENT,
    /** A guard refused it, or its campaign was stopped. */
    WITHHELD,
    /** The gateway certainly did not take it, and it is not tried again by itself. */
    FAILED,
    /** Nobody knows whether the gateway took it; only a receipt or a question to the gateway may say. */
    UNKNOWN;

    /** Its name in the database and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "reach.touch." + key();
    }
}
