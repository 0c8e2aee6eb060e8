package org.yinhang.core.audience.index;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the index in force stands. A reader takes a lease, works on the same index to its end, and gives it back; a
 * new index is put up without waiting for readers, and the old one is closed when its last lease is given back.
 */
public final class IndexShelf implements AutoCloseable {

    private final AtomicReference<@Nullable Copy> current = new AtomicReference<>();

    /** Puts up a new index, which the shelf closes when it is done with. */
    public void put(Index index) {
        retire(current.getAndSet(new Copy(index)));
    }

    /** Whether there is an index. */
    public boolean isEmpty() {
        return current.get() == null;
    }

    /**
     * Borrows the index in force.
     *
     * @throws IllegalStateException when there is none
     */
    public Lease lease() {
        while (true) {
            Copy copy = current.get();
            if (copy == null) {
                throw new IllegalStateException("no index was put up");
            }
            if (copy.enter()) {
                return new Lease(copy);
            }
        }
    }

    private static void retire(@Nullable Copy copy) {
        if (copy != null) {
            copy.leave();
        }
    }

    /** Takes the index down; it is closed when its last lease is given back. */
    @Override
    public void close() {
        retire(current.getAndSet(null));
    }

    /** An index and how many hold it, the shelf itself among them. */
    private static final class Copy {
        private final Index index;
        private final AtomicInteger holders = new AtomicInteger(1);

        Copy(Index index) {
            this.index = index;
        }

        boolean enter() {
            return holders.getAndUpdate(held -> held == 0 ? 0 : held + 1) > 0;
        }

        void leave() {
            if (holders.decrementAndGet() == 0) {
                index.close();
            }
        }
    }

    /** One reader's hold on an index; closing it twice is the same as once. */
    public static final class Lease implements AutoCloseable {
        private final AtomicReference<@Nullable Copy> copy;
        private final Index index;

        private Lease(Copy copy) {
            this.copy = new AtomicReference<>(copy);
            this.index = copy.index;
        }

        public Index index() {
            return index;
        }

        @Override
        public void close() {
            retire(copy.getAndSet(null));
        }
    }
}
