package org.yinhang.demo.internal;

import java.util.Locale;

/** How far a day has been played. */
public enum DayStage {
    /** What is due leaves the bank. */
    SENDING,
    /** Whom the bank has contacted is on record. */
    LISTED,
    /** Customers have lived the day and answered. */
    LIVED,
    /** Their answers have come back through the entrances of the platform. */
    ANSWERED,
    /** Outcomes are in the lake, customers and tags are of the new day. */
    DONE;

    /** Its name in the database. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DayStage of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    boolean isBefore(DayStage other) {
        return compareTo(other) < 0;
    }
}
