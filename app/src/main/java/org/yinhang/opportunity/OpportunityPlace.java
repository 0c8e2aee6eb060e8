package org.yinhang.opportunity;

import java.util.Locale;

/** Where an opportunity lies. */
public enum OpportunityPlace {
    /** Found and not given to anybody yet. */
    UNASSIGNED,
    /** With one person (私海). */
    PRIVATE,
    /** For whoever of the branch takes it (公海). */
    PUBLIC;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The place of a name. */
    public static OpportunityPlace of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.place." + key();
    }
}
