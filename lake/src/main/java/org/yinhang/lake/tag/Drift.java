package org.yinhang.lake.tag;

import java.util.TreeSet;

/**
 * How far the values of a tag moved since the run before: the population stability index, the sum of
 * {@code (p - q) · ln(p / q)} over groups with shares q before and p now (Siddiqi, Credit Risk Scorecards, 2006; below 0.1
 * steady, above 0.25 changed). Groups are the values, or tenths of the numbers before; having none is a group too.
 */
final class Drift {

    private static final int TENTHS = 10;
    private static final double LEAST_SHARE = 1e-4;

    private Drift() {}

    static double between(TagFigures before, TagFigures now) {
        if (before.customers() == 0 || now.customers() == 0) {
            return 0;
        }
        double index = term(before, before.customers() - before.known(), now, now.customers() - now.known());
        TreeSet<String> values = new TreeSet<>(before.values().keySet());
        values.addAll(now.values().keySet());
        for (String value : values) {
            index += term(
                    before,
                    before.values().getOrDefault(value, 0L),
                    now,
                    now.values().getOrDefault(value, 0L));
        }
        if (!before.bands().isEmpty() || !now.bands().isEmpty()) {
            index += ofNumbers(before, now);
        }
        return index;
    }

    private static double ofNumbers(TagFigures before, TagFigures now) {
        TreeSet<Integer> ends = new TreeSet<>();
        for (int tenth = 1; tenth < TENTHS; tenth++) {
            ends.add(before.place((double) tenth / TENTHS));
        }
        double index = 0;
        int from = Integer.MIN_VALUE;
        for (int end : ends) {
            index += term(before, count(before, from, end + 1), now, count(now, from, end + 1));
            from = end + 1;
        }
        return index + term(before, count(before, from, Integer.MAX_VALUE), now, count(now, from, Integer.MAX_VALUE));
    }

    private static long count(TagFigures figures, int from, int until) {
        return figures.bands().subMap(from, until).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static double term(TagFigures before, long countBefore, TagFigures now, long countNow) {
        if (countBefore == 0 && countNow == 0) {
            return 0;
        }
        double q = Math.max(LEAST_SHARE, (double) countBefore / before.customers());
        double p = Math.max(LEAST_SHARE, (double) countNow / now.customers());
        return (p - q) * Math.log(p / q);
    }
}
