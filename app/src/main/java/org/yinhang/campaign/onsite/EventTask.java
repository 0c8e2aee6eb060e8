package org.yinhang.campaign.onsite;

import java.util.Locale;

/** The nine things of the 4-3-2 checklist. */
public enum EventTask {
    RESOURCES(Phase.BEFORE, -14),
    PLAN(Phase.BEFORE, -10),
    MATERIALS(Phase.BEFORE, -5),
    PEOPLE(Phase.BEFORE, -3),
    WARM_UP(Phase.DURING, 0),
    EXECUTION(Phase.DURING, 0),
    CONTINGENCIES(Phase.DURING, 0),
    REVIEW(Phase.AFTER, 1),
    FOLLOW_UP(Phase.AFTER, 3);

    private final Phase phase;
    private final int days;

    EventTask(Phase phase, int days) {
        this.phase = phase;
        this.days = days;
    }

    /** The part of the checklist it belongs to. */
    public Phase phase() {
        return phase;
    }

    /** Days between the event and the day it is due, unless another day is set; negative before the event. */
    int days() {
        return days;
    }

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "onsite.task." + key();
    }

    /** The task of that name. */
    static EventTask named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
