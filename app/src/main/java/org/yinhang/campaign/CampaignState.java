package org.yinhang.campaign;

import java.util.Locale;

/** How far a campaign has come. */
public enum CampaignState {
    /** Being written. */
    DRAFT,
    /** Waits for somebody else. */
    IN_APPROVAL,
    /** May be launched as it is written. */
    APPROVED,
    /** Its waves leave as they fall due. */
    RUNNING,
    /** Nothing leaves until somebody lets it go on. */
    PAUSED,
    /** Every wave is over. */
    FINISHED,
    /** Stopped for good. */
    KILLED;

    /** Its name in the database and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "campaign.state." + key();
    }

    /** Whether nothing can happen to it any more. */
    public boolean isOver() {
        return this == FINISHED || this == KILLED;
    }

    /** Whether the plan may still be changed. */
    public boolean isEditable() {
        return switch (this) {
            case DRAFT, IN_APPROVAL, APPROVED -> true;
            case RUNNING, PAUSED, FINISHED, KILLED -> false;
        };
    }
}
