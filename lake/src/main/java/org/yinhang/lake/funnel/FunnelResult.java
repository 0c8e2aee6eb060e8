package org.yinhang.lake.funnel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A counted funnel.
 *
 * @param funnel what was counted
 * @param until the instant before which journeys began: the period's end, or earlier where the newest are not mature
 * @param steps one for each step
 * @param whole median microseconds from first to last step, of those who took all
 * @param splits the figures by each breakdown
 * @param losses what became of those who stopped, step by step; the last step loses nobody
 * @param examples per step the number of a customer who stopped there, for the replay of a path
 */
public record FunnelResult(
        Funnel funnel,
        Instant until,
        List<Step> steps,
        OptionalLong whole,
        List<Split> splits,
        List<Loss> losses,
        List<OptionalInt> examples) {

    public FunnelResult {
        steps = List.copyOf(steps);
        splits = List.copyOf(splits);
        losses = List.copyOf(losses);
        examples = List.copyOf(examples);
    }

    /**
     * A step.
     *
     * @param reached customers who took it and all before it
     * @param median median microseconds since the step before, up to 0.8 % low
     * @param slow nine in ten took it within so many microseconds
     */
    public record Step(long reached, OptionalLong median, OptionalLong slow) {}

    /**
     * The figures by one breakdown.
     *
     * @param name as declared
     * @param groups the largest first
     */
    public record Split(String name, List<Group> groups) {

        public Split {
            groups = List.copyOf(groups);
        }
    }

    /**
     * One value of a breakdown.
     *
     * @param value the code, month or day; empty where it is missing
     * @param zh the code's Chinese name, where the schema knows one
     * @param reached customers per step
     */
    public record Group(Optional<String> value, Optional<String> zh, List<Long> reached) {

        public Group {
            reached = List.copyOf(reached);
        }
    }

    /**
     * Those who took a step and not the next.
     *
     * @param lost how many
     * @param reasons what became of them, the most frequent first
     * @param silent how many of whom nothing more is known
     */
    public record Loss(long lost, List<Reason> reasons, long silent) {

        public Loss {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What became of some.
     *
     * @param declared which reason
     * @param value the code found
     * @param zh its Chinese name, where the schema knows one
     */
    public record Reason(Funnel.Reason declared, String value, Optional<String> zh, long customers) {}

    /** Customers who took the first step. */
    public long entered() {
        return steps.getFirst().reached();
    }

    /** The share of those who took the step before that took this one; 1 for the first. */
    public double conversion(int step) {
        long before = steps.get(Math.max(0, step - 1)).reached();
        return before == 0 ? Double.NaN : (double) steps.get(step).reached() / before;
    }

    /** The share of those who began that took a step. */
    public double share(int step) {
        return entered() == 0 ? Double.NaN : (double) steps.get(step).reached() / entered();
    }
}
