package org.yinhang.reach.internal;

import java.util.concurrent.TimeUnit;
import org.yinhang.reach.DispatchState;

/**
 * Whether a dispatch may still send, asked before every call and read from the database at most every tenth of a second.
 * For any number of threads.
 */
final class StopWatch {

    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final DispatchRepository dispatches;
    private final long dispatch;
    private final long began;
    private final long windowNanos;
    private long readAt;
    private boolean isRunning = true;

    /**
     * From now on.
     *
     * @param windowNanos how long after now calls may begin: long before others would take this process for dead
     */
    StopWatch(DispatchRepository dispatches, long dispatch, long began, long windowNanos) {
        this.dispatches = dispatches;
        this.dispatch = dispatch;
        this.began = began;
        this.windowNanos = windowNanos;
        this.readAt = began;
    }

    /** Whether a call may begin now. */
    synchronized boolean isOpen() {
        long now = System.nanoTime();
        if (now - began > windowNanos) {
            return false;
        }
        if (isRunning && now - readAt > FRESH_NANOS) {
            isRunning = dispatches
                    .state(dispatch)
                    .filter(state -> state == DispatchState.RUNNING)
                    .isPresent();
            readAt = System.nanoTime();
        }
        return isRunning;
    }
}
