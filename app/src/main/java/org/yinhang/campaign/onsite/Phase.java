package org.yinhang.campaign.onsite;

import java.util.Locale;

/** The parts of an event's checklist: four things before it, three during it, two after it. */
public enum Phase {
    BEFORE,
    DURING,
    AFTER;

    /** The message key of its name. */
    public String messageKey() {
        return "onsite.phase." + name().toLowerCase(Locale.ROOT);
    }
}
