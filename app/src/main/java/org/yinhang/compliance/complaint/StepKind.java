package org.yinhang.compliance.complaint;

import java.util.Locale;

/** What was done about a complaint. */
public enum StepKind {
    TAKEN,
    RAISED,
    TAKEN_OVER,
    PLAN,
    TALK,
    EXTENDED,
    DECIDED,
    REOPENED;

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "complaint.step." + key().replace('_', '-');
    }
}
