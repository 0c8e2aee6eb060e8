package org.yinhang.lake.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Does every block once, each thread with a worker of its own; the first failure stops the rest. */
public final class Parallel {

    private Parallel() {}

    /** Gives every block's number to one of the workers; the progress hears how many are done. */
    public static void each(int threads, int blocks, Supplier<IntConsumer> workers, LongConsumer progress) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable work = () -> {
            IntConsumer worker = workers.get();
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                try {
                    worker.accept(block);
                } catch (RuntimeException | Error e) {
                    next.set(blocks);
                    throw e;
                }
                synchronized (done) {
                    progress.accept(done.incrementAndGet());
                }
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < Math.min(threads, blocks); thread++) {
                running.add(pool.submit(work));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
