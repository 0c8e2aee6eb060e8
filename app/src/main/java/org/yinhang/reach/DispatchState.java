package org.yinhang.reach;

import java.util.Locale;

/** Whether the touches of a dispatch may leave. */
public enum DispatchState {
    /** Its touches are still being queued; nothing leaves. */
    PREPARING,
    /** Its touches leave as their channel can carry them. */
    RUNNING,
    /** Nothing leaves until somebody lets it go on. */
    PAUSED,
    /** Nothing leaves ever again. */
    KILLED,
    /** Every touch is settled. */
    FINISHED;

    /** Whether its figures may still change. */
    public boolean isOpen() {
        return switch (this) {
            case PREPARING, RUNNING, PAUSED, KILLED -> true;
            case FINISHED -> false;
        };
    }

    /** Whether there is anything left to stop. */
    public boolean canBeStopped() {
        return switch (this) {
            case PREPARING, RUNNING, PAUSED -> true;
            case KILLED, FINISHED -> false;
        };
    }

    /** Its name in the database and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "reach.dispatch." + key();
    }
}
