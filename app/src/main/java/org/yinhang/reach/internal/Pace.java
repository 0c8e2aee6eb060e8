package org.yinhang.reach.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps calls apart, so that a channel carries no more in a second than it may. For any number of threads. */
final class Pace {

    private long next = System.nanoTime();

    /** Waits for one's turn. */
    void await(int rate) {
        long turn;
        synchronized (this) {
            long now = System.nanoTime();
            turn = Math.max(now, next);
            next = turn + TimeUnit.SECONDS.toNanos(1) / rate;
        }
        for (long wait = turn - System.nanoTime();
                wait > 0 && !Thread.currentThread().isInterrupted();
                wait = turn - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}
