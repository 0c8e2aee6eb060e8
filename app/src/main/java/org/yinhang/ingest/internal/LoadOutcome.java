package org.yinhang.ingest.internal;

import java.util.Locale;

/** How a load ended. */
public enum LoadOutcome {
    /** It is at work, or waits for the worker. */
    WORKING,
    /** The lake has a new snapshot. */
    LOADED,
    /** Everything had been loaded before. */
    UNCHANGED,
    /** It was stopped, and the lake is as it was. */
    STOPPED;

    /** The message key of its name. */
    public String messageKey() {
        return "ingest.outcome." + name().toLowerCase(Locale.ROOT);
    }
}
