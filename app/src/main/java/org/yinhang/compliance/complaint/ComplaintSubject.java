package org.yinhang.compliance.complaint;

import java.util.Locale;

/** What a complaint is about. */
public enum ComplaintSubject {
    HARASSMENT,
    FEE,
    SERVICE,
    PRIVACY,
    COLLECTION,
    OTHER;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "complaint.subject." + key();
    }

    /** The value of that name. */
    static ComplaintSubject named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
