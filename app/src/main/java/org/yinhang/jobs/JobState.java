package org.yinhang.jobs;

import java.util.Locale;

/** Where a run stands. */
public enum JobState {
    /** Waits for the worker. */
    QUEUED,
    /** At work. */
    RUNNING,
    /** Done. */
    SUCCEEDED,
    /** Ended by a fault. */
    FAILED,
    /** Ended by a person. */
    CANCELLED;

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }

    /** The message key of its name. */
    public String messageKey() {
        return "job.state." + name().toLowerCase(Locale.ROOT);
    }
}
