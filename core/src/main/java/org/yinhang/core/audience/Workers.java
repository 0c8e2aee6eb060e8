package org.yinhang.core.audience;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does something for every block, by the calling thread and a few others that take the next block when they are free.
 * What is done must not depend on who does it, so the number of threads changes the speed only.
 */
public final class Workers implements AutoCloseable {

    /** For fewer blocks waking another thread takes longer than it saves. */
    private static final int WORTHWHILE = 4;

    private final int threads;
    private final ExecutorService others;

    /** That many threads, the calling one among them; at least 1. */
    public Workers(int threads) {
        this.threads = threads;
        this.others = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("audience-", 0).factory());
    }

    /**
     * Runs all blocks.
     *
     * @param work what is done to a block
     * @throws RuntimeException what the work threw first
     */
    void run(int blocks, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(blocks);
        Runnable share = () -> {
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        work.accept(block);
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            }
        };
        for (int other = 1; other < threads && blocks >= WORTHWHILE; other++) {
            others.execute(share);
        }
        share.run();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        switch (failure.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    @Override
    public void close() {
        others.close();
    }
}
