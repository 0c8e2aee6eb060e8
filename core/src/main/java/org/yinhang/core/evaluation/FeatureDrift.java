package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.Table;

/**
 * How far a column's values moved between two tables.
 *
 * @param column its name
 * @param index PSI over tenths of the reference, or words; missing is a group of its own
 * @param missingBefore share missing in the reference, 0 to 1
 * @param missingNow share missing in the other table, 0 to 1
 */
public record FeatureDrift(String column, StabilityIndex index, double missingBefore, double missingNow) {

    private static final int RANGES = 10;
    private static final int LEVELS = 20;
    private static final int WORDS = 50;

    /** More steps than this are sampled evenly. */
    private static final int MOST_STEPS = 12;

    /** Every column both tables have, the furthest moved first. */
    public static List<FeatureDrift> between(Table reference, Table current) {
        List<FeatureDrift> drifts = new ArrayList<>();
        for (Column column : reference.columns()) {
            current.find(column.name()).ifPresent(now -> drifts.add(between(column, now)));
        }
        return sorted(drifts);
    }

    /** The mean over the steps of a split, from the rows learned from to the rows scored; the furthest moved first. */
    public static List<FeatureDrift> over(Table table, List<SplitStep> steps) {
        int played = Math.min(MOST_STEPS, steps.size());
        List<SplitStep> chosen = IntStream.range(0, played)
                .mapToObj(i -> steps.get((int) ((long) steps.size() * i / played)))
                .toList();
        List<FeatureDrift> drifts = new ArrayList<>();
        for (Column column : table.columns()) {
            drifts.add(mean(chosen.stream()
                    .map(step -> between(column.select(step.train()), column.select(step.test())))
                    .toList()));
        }
        return sorted(drifts);
    }

    private static FeatureDrift between(Column reference, Column current) {
        ColumnGroups groups = ColumnGroups.of(reference, RANGES, LEVELS, WORDS);
        int[] before = groups.counts(reference);
        int[] now = groups.counts(current);
        return new FeatureDrift(
                reference.name(),
                StabilityIndex.of(before, now),
                (double) before[0] / reference.size(),
                (double) now[0] / current.size());
    }

    private static FeatureDrift mean(List<FeatureDrift> steps) {
        return new FeatureDrift(
                steps.getFirst().column,
                new StabilityIndex(
                        mean(steps, drift -> drift.index.value()), mean(steps, drift -> drift.index.byChance())),
                mean(steps, FeatureDrift::missingBefore),
                mean(steps, FeatureDrift::missingNow));
    }

    private static double mean(List<FeatureDrift> steps, java.util.function.ToDoubleFunction<FeatureDrift> figure) {
        return steps.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static List<FeatureDrift> sorted(List<FeatureDrift> drifts) {
        return drifts.stream()
                .sorted(Comparator.comparingDouble(
                                (FeatureDrift drift) -> -drift.index().value())
                        .thenComparing(FeatureDrift::column))
                .toList();
    }
}
