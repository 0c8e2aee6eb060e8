package org.yinhang.benefit;

import java.util.Locale;

/** What became of a promised benefit. */
public enum GrantState {
    /** Promised. */
    HELD,
    /** The customer has it. */
    REDEEMED,
    /** Its last day passed; stock and budget have it back. */
    EXPIRED,
    /** The message that promised it never left; stock and budget have it back. */
    TAKEN_BACK;

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "benefit.grant." + key();
    }

    /** The one of a name. */
    public static GrantState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
