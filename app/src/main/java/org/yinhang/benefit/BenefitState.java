package org.yinhang.benefit;

import java.util.Locale;

/** How far a benefit is. */
public enum BenefitState {
    /** Waits for a second person. */
    PROPOSED,
    /** Sent back to whoever made it. */
    RETURNED,
    /** May be promised. */
    OPEN,
    /** Promised no more; what was promised is kept. */
    STOPPED;

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "benefit.state." + key();
    }

    /** The one of a name. */
    public static BenefitState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
