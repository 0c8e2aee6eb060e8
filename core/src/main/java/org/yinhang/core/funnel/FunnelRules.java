package org.yinhang.core.funnel;

import java.util.Arrays;
import java.util.List;

/**
 * What makes a row of events another step of the same journey. Steps are numbered from 0; a row's mask has bit k where
 * it is step k, and one bit above the steps for each exclusion it is.
 *
 * @param from the first instant at which a journey may begin, microseconds
 * @param until the instant before which it begins
 * @param window the longest time from first to last step, microseconds; {@link #ALWAYS} for any
 * @param within per step the longest time since the step before it; that of step 0 means nothing
 * @param exclusions what must not happen between two steps, each with the bit after the last step's in its order
 */
public record FunnelRules(long from, long until, long window, List<Long> within, List<Exclusion> exclusions) {

    /** No limit of time. */
    public static final long ALWAYS = Long.MAX_VALUE;

    /** Steps and exclusions together are bits of one 64-bit word. */
    public static final int MOST_CONDITIONS = 63;

    /**
     * Something that ends a journey standing between two steps.
     *
     * @param after the first step after which it counts, from 0
     * @param before the step that ends its reach; the journeys that have reached it are safe
     */
    public record Exclusion(int after, int before) {}

    public FunnelRules {
        within = List.copyOf(within);
        exclusions = List.copyOf(exclusions);
        int steps = within.size();
        if (steps < 2 || steps + exclusions.size() > MOST_CONDITIONS) {
            throw new IllegalArgumentException(
                    "steps: %d with %d exclusions (expected: at least 2, together at most %d)"
                            .formatted(steps, exclusions.size(), MOST_CONDITIONS));
        }
        for (Exclusion exclusion : exclusions) {
            if (exclusion.after < 0 || exclusion.before <= exclusion.after || exclusion.before >= steps) {
                throw new IllegalArgumentException(
                        "exclusion: %s (expected: between two of %d steps)".formatted(exclusion, steps));
            }
        }
    }

    /** Rules without exclusions or limits between steps. */
    public static FunnelRules of(int steps, long from, long until, long window) {
        Long[] within = new Long[steps];
        Arrays.fill(within, ALWAYS);
        return new FunnelRules(from, until, window, List.of(within), List.of());
    }

    /** The number of steps. */
    public int steps() {
        return within.size();
    }

    /** For each gap after a step, the bits of a mask that end a journey standing in it. */
    long[] endings() {
        long[] endings = new long[steps()];
        for (int i = 0; i < exclusions.size(); i++) {
            for (int gap = exclusions.get(i).after; gap < exclusions.get(i).before; gap++) {
                endings[gap] |= 1L << (steps() + i);
            }
        }
        return endings;
    }
}
