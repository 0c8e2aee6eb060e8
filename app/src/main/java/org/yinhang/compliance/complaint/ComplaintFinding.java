package org.yinhang.compliance.complaint;

import java.util.Locale;

/** What the bank found. */
public enum ComplaintFinding {
    JUSTIFIED,
    PARTLY,
    UNFOUNDED,
    WITHDRAWN;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "complaint.finding." + key();
    }

    /** The value of that name. */
    static ComplaintFinding named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
