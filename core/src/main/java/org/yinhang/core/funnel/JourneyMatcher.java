package org.yinhang.core.funnel;

import java.util.Arrays;

/**
 * How far one customer came, found in one pass over the customer's rows in order. A customer has reached step k when
 * there are rows r₀ &lt; r₁ &lt; … &lt; r_k in that order, each its step, the first in the period, the last within the
 * window of the first, each within its time of the one before, and no exclusion strictly between two of them that the
 * exclusion covers. Of all such chains this finds the longest: for each step it keeps the chains that end there and are
 * not beaten by another that began no earlier and stands no further back, so a later and better start is never missed.
 * Of the longest chains the one that got there first is told, and of its earlier steps the latest start.
 *
 * <p>Work and memory are of the order of the customer's matching rows. One thread at a time, used again for customer
 * after customer.
 */
public final class JourneyMatcher {

    private static final int NONE = -1;

    private final int steps;
    private final FunnelRules rules;
    private long from;
    private long until;
    private final long window;
    private final long[] within;
    private final long[] endings;
    private final long stepBits;
    private final Front[] fronts;
    private long[] starts = new long[64];
    private long[] instants = new long[64];
    private int[] parents = new int[64];
    private int[] places = new int[64];
    private int links;
    private int levels;
    private int depth;
    private int deepest;

    /** Chains that end at one step: the oldest, which began last, first. */
    private static final class Front {
        private int[] links = new int[4];
        private int head;
        private int tail;
    }

    public JourneyMatcher(FunnelRules rules) {
        this.rules = rules;
        steps = rules.steps();
        window = rules.window();
        within = rules.within().stream().mapToLong(Long::longValue).toArray();
        endings = rules.endings();
        stepBits = (1L << steps) - 1;
        fronts = new Front[steps];
        Arrays.setAll(fronts, step -> new Front());
    }

    /** Forgets the last customer; journeys begin in the period of the rules. */
    public void begin() {
        begin(rules.from(), rules.until());
    }

    /**
     * Forgets what it followed; journeys begin in a period of their own.
     *
     * @param first the first instant at which a journey may begin
     * @param end the instant before which it begins
     */
    public void begin(long first, long end) {
        from = first;
        until = end;
        for (int level = 0; level < levels; level++) {
            clear(fronts[level]);
        }
        links = 0;
        levels = 0;
        depth = 0;
        deepest = NONE;
    }

    /**
     * Takes the customer's next row.
     *
     * @param instant when it happened; never before the row before it
     * @param mask which steps and exclusions it is
     * @param place the caller's number of the row
     */
    public void row(long instant, long mask, int place) {
        if ((mask & ~stepBits) != 0) {
            slowly(instant, mask, place);
            return;
        }
        for (long rest = mask & reachable(); rest != 0; ) {
            int step = Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
            rest ^= 1L << step;
            enter(step, instant, place);
        }
    }

    /** The steps that a chain which is there could take next, and the first. */
    private long reachable() {
        return levels >= steps ? stepBits : (1L << (levels + 1)) - 1;
    }

    /** The same where an exclusion is among the bits: what it ends had its chance to go on, what begins now is not ended. */
    private void slowly(long instant, long mask, int place) {
        for (int step = Math.min(levels, steps - 1); step >= 0; step--) {
            if ((mask >>> step & 1) != 0) {
                enter(step, instant, place);
            }
            if (step > 0 && (mask & endings[step - 1]) != 0) {
                clear(fronts[step - 1]);
            }
        }
    }

    private void enter(int step, long instant, int place) {
        if (step == 0) {
            if (instant >= from && instant < until) {
                push(0, link(instant, instant, NONE, place));
            }
            return;
        }
        int previous = best(step, instant);
        if (previous != NONE) {
            push(step, link(starts[previous], instant, previous, place));
        }
    }

    /** The chain that stands before a step and can still take it, the one that began last. */
    private int best(int step, long instant) {
        Front front = fronts[step - 1];
        while (front.head < front.tail && instant - instants[front.links[front.head]] > within[step]) {
            front.head++;
        }
        if (front.head == front.tail) {
            return NONE;
        }
        int first = front.links[front.head];
        if (instant - starts[first] > window) {
            clear(front);
            return NONE;
        }
        return first;
    }

    private int link(long start, long instant, int parent, int place) {
        if (links == starts.length) {
            int room = links * 2;
            starts = Arrays.copyOf(starts, room);
            instants = Arrays.copyOf(instants, room);
            parents = Arrays.copyOf(parents, room);
            places = Arrays.copyOf(places, room);
        }
        starts[links] = start;
        instants[links] = instant;
        parents[links] = parent;
        places[links] = place;
        return links++;
    }

    private void push(int step, int link) {
        Front front = fronts[step];
        while (front.head < front.tail && starts[front.links[front.tail - 1]] <= starts[link]) {
            front.tail--;
        }
        if (front.head == front.tail) {
            clear(front);
        } else if (front.tail == front.links.length) {
            front.links = Arrays.copyOf(front.links, front.tail * 2);
        }
        front.links[front.tail++] = link;
        levels = Math.max(levels, step + 1);
        if (step >= depth) {
            depth = step + 1;
            deepest = link;
        }
    }

    private static void clear(Front front) {
        front.head = 0;
        front.tail = 0;
    }

    /** How many steps the customer reached, 0 to all. */
    public int depth() {
        return depth;
    }

    /** Whether nothing more can come. */
    public boolean isComplete() {
        return depth == steps;
    }

    /** The caller's number of the row that was a step of the journey told, below {@link #depth}. */
    public int place(int step) {
        return places[ancestor(step)];
    }

    /** When the journey told took a step, below {@link #depth}. */
    public long instant(int step) {
        return instants[ancestor(step)];
    }

    private int ancestor(int step) {
        if (step < 0 || step >= depth) {
            throw new IllegalArgumentException("step: %d (expected: below %d)".formatted(step, depth));
        }
        int link = deepest;
        for (int up = depth - 1; up > step; up--) {
            link = parents[link];
        }
        return link;
    }
}
