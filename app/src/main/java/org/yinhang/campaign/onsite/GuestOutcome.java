package org.yinhang.campaign.onsite;

import java.util.Locale;

/** What came of a guest's visit. */
public enum GuestOutcome {
    APPLIED,
    INTERESTED,
    NOTHING;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "onsite.outcome." + key();
    }
}
