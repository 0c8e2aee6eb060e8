package org.yinhang.compliance.complaint;

import java.util.Locale;

/** How serious a complaint is. */
public enum Severity {
    /** A dispute that could do harm: the customer hears from the bank within a day. */
    SERIOUS,
    /** Everything else. */
    ORDINARY;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "complaint.severity." + key();
    }

    /** The value of that name. */
    static Severity named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
