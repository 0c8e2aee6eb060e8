package org.yinhang.demobank;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/** Runs of neighbouring customers that one thread plays at a stretch; what comes out never depends on the threads. */
final class Units {

    /** Customers in a unit; half a block of the lake, so that its files stay small and the memory flat. */
    static final int SIZE = 1 << 15;

    private Units() {}

    static int count(int customers) {
        return (customers + SIZE - 1) / SIZE;
    }

    static int first(int unit) {
        return unit * SIZE;
    }

    /** One past the last customer of a unit. */
    static int end(int unit, int customers) {
        return Math.min(customers, (unit + 1) * SIZE);
    }

    /** Does every unit once, in ascending order, on so many threads; the first failure stops the rest. */
    static void each(int customers, int threads, IntConsumer work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            AtomicBoolean failed = new AtomicBoolean();
            List<Future<?>> running = new ArrayList<>();
            for (int unit = 0; unit < count(customers); unit++) {
                int present = unit;
                running.add(pool.submit(() -> attempt(failed, work, present)));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void attempt(AtomicBoolean failed, IntConsumer work, int unit) {
        if (failed.get()) {
            return;
        }
        try {
            work.accept(unit);
        } catch (RuntimeException | Error e) {
            failed.set(true);
            throw e;
        }
    }
}
