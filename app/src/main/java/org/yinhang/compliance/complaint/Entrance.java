package org.yinhang.compliance.complaint;

import java.util.Locale;

/** Where a complaint came in. */
public enum Entrance {
    CALL,
    BRANCH,
    APP,
    LETTER,
    /** Passed on by an authority. */
    REGULATOR;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "complaint.entrance." + key();
    }

    /** The value of that name. */
    static Entrance named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
