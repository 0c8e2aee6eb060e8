package org.yinhang.opportunity;

import java.util.Locale;

/** How far an opportunity has come. */
public enum OpportunityStage {
    /** Nobody has spoken with the customer yet. */
    NEW,
    /** Somebody has spoken, or tried to. */
    CONTACTED,
    /** The customer told a need. */
    INTERESTED,
    /** A meeting at the branch is agreed. */
    APPOINTED,
    /** An application is on its way. */
    APPLIED,
    /** Signed. */
    WON,
    /** Given up, with a reason. */
    LOST,
    /** Nobody closed it in time. */
    EXPIRED;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage of a name. */
    public static OpportunityStage of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.stage." + key();
    }

    /** Whether there is still something to do. */
    public boolean isOpen() {
        return switch (this) {
            case NEW, CONTACTED, INTERESTED, APPOINTED, APPLIED -> true;
            case WON, LOST, EXPIRED -> false;
        };
    }
}
