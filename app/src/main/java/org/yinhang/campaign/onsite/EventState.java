package org.yinhang.campaign.onsite;

import java.util.Locale;

/** How far an event is. */
public enum EventState {
    PLANNED,
    RUNNING,
    FOLLOWED_UP,
    CLOSED,
    CANCELLED;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "onsite.state." + key();
    }

    /** Whether anything may still be done about it. */
    public boolean isOpen() {
        return this != CLOSED && this != CANCELLED;
    }

    /** The state of that name. */
    static EventState named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
