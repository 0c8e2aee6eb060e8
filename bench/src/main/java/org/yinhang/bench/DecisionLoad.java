package org.yinhang.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.yinhang.access.DemoStaff;

/**
 * Asks for decisions over several connections for so long. At a given pace a question's time counts from when it was due,
 * not from when a connection was free for it, so that a stall is charged to everybody who waited (no coordinated omission).
 */
final class DecisionLoad {

    private static final int FIRST_CAPACITY = 4_096;

    private final int port;
    private final int customers;
    private final int connections;
    private final String name;

    DecisionLoad(int port, int customers, int connections, String name) {
        this.port = port;
        this.customers = customers;
        this.connections = connections;
        this.name = name;
    }

    /**
     * What came of it.
     *
     * @param asked questions sent
     * @param refused answers other than 200
     * @param seconds it took
     * @param nanos from due to answered, sorted
     */
    record Outcome(long asked, long refused, double seconds, long[] nanos) {

        double perSecond() {
            return nanos.length / seconds;
        }

        /** The time within which that part of one was answered, in milliseconds. */
        double millis(double part) {
            return nanos.length == 0 ? Double.NaN : nanos[(int) Math.min(nanos.length - 1, part * nanos.length)] / 1e6;
        }
    }

    /** What one connection saw. */
    private record Seen(long refused, long[] nanos) {}

    /**
     * Asks.
     *
     * @param perSecond the pace of all connections together; 0 for as fast as answers come
     */
    Outcome run(double seconds, double perSecond) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try (ExecutorService pool = Executors.newFixedThreadPool(connections)) {
            List<Future<Seen>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                parts.add(pool.submit(() -> connection(next, start, end, perSecond)));
            }
            long refused = 0;
            long[] all = new long[0];
            for (Future<Seen> part : parts) {
                Seen seen = part.get();
                refused += seen.refused();
                int before = all.length;
                all = Arrays.copyOf(all, before + seen.nanos().length);
                System.arraycopy(seen.nanos(), 0, all, before, seen.nanos().length);
            }
            double took = (System.nanoTime() - start) / 1e9;
            Arrays.sort(all);
            return new Outcome(all.length, refused, took, all);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Seen connection(AtomicLong next, long start, long end, double perSecond) throws IOException {
        long refused = 0;
        long[] nanos = new long[FIRST_CAPACITY];
        int count = 0;
        double gap = perSecond > 0 ? TimeUnit.SECONDS.toNanos(1) / perSecond : 0;
        try (Wire wire = new Wire(port, DemoStaff.ANALYST.userName(), DemoStaff.PASSWORD)) {
            while (true) {
                long number = next.getAndIncrement();
                long due = gap > 0 ? start + (long) (number * gap) : System.nanoTime();
                if (due >= end) {
                    return new Seen(refused, Arrays.copyOf(nanos, count));
                }
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                Wire.Answer answer = wire.post(question(number));
                refused += answer.status() == 200 ? 0 : 1;
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - due;
            }
        }
    }

    /** Customers in an order that looks like none and never repeats before all were asked about. */
    private String question(long number) {
        long customer = number * 2_654_435_761L % customers;
        return "{\"request\":\"%s-%d\",\"customer\":%d,\"channel\":\"app\",\"given\":{\"loan_purpose\":\"renovation\"}}"
                .formatted(name, number, customer);
    }
}
