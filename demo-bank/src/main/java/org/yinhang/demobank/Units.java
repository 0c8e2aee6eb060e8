package org.yinhang.demobank;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * The customers in runs of neighbouring numbers, each run played by one thread at a stretch; what comes out never depends
 * on the threads. A run never crosses a block of the lake, so the files of one run lie in one bucket.
 *
 * @param customers how many in all
 * @param size customers in a run; what a thread holds in memory grows with it
 */
record Units(int customers, int size) {

    /** For whole lives: a quarter of a block keeps the memory small. */
    static final int LIVES = 1 << 14;

    /** For customers with a handful of rows: a whole block keeps the files few. */
    static final int SKETCHES = 1 << 16;

    static Units ofLives(int customers) {
        return new Units(customers, LIVES);
    }

    static Units ofSketches(int customers) {
        return new Units(customers, SKETCHES);
    }

    int count() {
        return (customers + size - 1) / size;
    }

    int first(int unit) {
        return unit * size;
    }

    /** One past the last customer of a unit. */
    int end(int unit) {
        return Math.min(customers, (unit + 1) * size);
    }

    /** Does every unit once, in ascending order, on so many threads; the first failure stops the rest. */
    void each(int threads, IntConsumer work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            AtomicBoolean failed = new AtomicBoolean();
            List<Future<?>> running = new ArrayList<>();
            for (int unit = 0; unit < count(); unit++) {
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
