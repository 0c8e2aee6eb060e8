package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.yinhang.core.table.Column;

/**
 * How a list treats the groups of a protected attribute (Hardt, Price and Srebro 2016, arXiv 1610.02413, for equal error
 * rates). Groups with fewer than {@value #LEAST_ROWS} rows or {@value #LEAST_OUTCOMES} of either outcome are shown and said to be
 * too small; the gaps leave them out.
 *
 * @param column the protected attribute
 * @param groups in the column's order, the missing first
 */
public record Fairness(String column, List<Group> groups) {

    /** The fewest rows of a group that is judged. */
    public static final int LEAST_ROWS = 100;

    /** The fewest successes, and failures, of a group that is judged. */
    public static final int LEAST_OUTCOMES = 10;

    private static final int RANGES = 4;
    private static final int LEVELS = 12;
    private static final int WORDS = 20;

    /**
     * One group.
     *
     * @param name its value; empty for missing
     * @param rows scored
     * @param rate share that succeeded, 0 to 1
     * @param stated mean probability stated, 0 to 1
     * @param selected share on the list, 0 to 1
     * @param truePositiveRate share of its successes on the list, 0 to 1
     * @param falsePositiveRate share of its failures on the list, 0 to 1
     * @param auc inside the group
     * @param tooSmall whether nothing should be concluded
     */
    public record Group(
            String name,
            int rows,
            double rate,
            double stated,
            double selected,
            double truePositiveRate,
            double falsePositiveRate,
            AucEstimate auc,
            boolean tooSmall) {

        /** Stated less observed; above 0 the group is overrated. */
        public double calibrationGap() {
            return stated - rate;
        }
    }

    public Fairness {
        groups = List.copyOf(groups);
    }

    /**
     * Looks at every group of a column.
     *
     * @param attribute the protected column of the rows scored
     * @param selected which rows are on the list
     */
    public static Fairness of(Column attribute, double[] probabilities, boolean[] outcomes, boolean[] selected) {
        ColumnGroups division = ColumnGroups.of(attribute, RANGES, LEVELS, WORDS);
        IntUnaryOperator groupOf = division.bind(attribute);
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < division.count(); group++) {
            int wanted = group;
            int[] rows = IntStream.range(0, attribute.size())
                    .filter(row -> groupOf.applyAsInt(row) == wanted)
                    .toArray();
            if (rows.length > 0) {
                groups.add(group(division.name(group), rows, probabilities, outcomes, selected));
            }
        }
        return new Fairness(attribute.name(), groups);
    }

    private static Group group(
            String name, int[] rows, double[] probabilities, boolean[] outcomes, boolean[] selected) {
        double[] scores =
                Arrays.stream(rows).mapToDouble(row -> probabilities[row]).toArray();
        boolean[] happened = new boolean[rows.length];
        int successes = 0;
        int chosen = 0;
        int chosenSuccesses = 0;
        for (int i = 0; i < rows.length; i++) {
            happened[i] = outcomes[rows[i]];
            successes += happened[i] ? 1 : 0;
            chosen += selected[rows[i]] ? 1 : 0;
            chosenSuccesses += selected[rows[i]] && happened[i] ? 1 : 0;
        }
        int failures = rows.length - successes;
        return new Group(
                name,
                rows.length,
                (double) successes / rows.length,
                Arrays.stream(scores).average().orElse(Double.NaN),
                (double) chosen / rows.length,
                (double) chosenSuccesses / successes,
                (double) (chosen - chosenSuccesses) / failures,
                DeLong.estimate(scores, happened),
                rows.length < LEAST_ROWS || Math.min(successes, failures) < LEAST_OUTCOMES);
    }

    /** Widest difference of the share selected between groups large enough; 0 with fewer than two of them. */
    public double selectionGap() {
        return gap(Group::selected);
    }

    /**
     * The lowest share selected by the highest, of groups large enough: below 0.8 calls for a look (the four-fifths rule,
     * 29 CFR 1607.4 D); 1 with fewer than two of them.
     */
    public double selectionRatio() {
        double[] shares = judged(Group::selected);
        double most = Arrays.stream(shares).max().orElse(0);
        return shares.length < 2 || most == 0 ? 1 : Arrays.stream(shares).min().orElse(0) / most;
    }

    /** Widest difference of the true positive rates. */
    public double truePositiveGap() {
        return gap(Group::truePositiveRate);
    }

    /** Widest difference of the false positive rates. */
    public double falsePositiveGap() {
        return gap(Group::falsePositiveRate);
    }

    /** Widest difference of the calibration gaps. */
    public double calibrationGap() {
        return gap(Group::calibrationGap);
    }

    private double gap(ToDoubleFunction<Group> figure) {
        double[] figures = judged(figure);
        return figures.length < 2
                ? 0
                : Arrays.stream(figures).max().orElse(0)
                        - Arrays.stream(figures).min().orElse(0);
    }

    private double[] judged(ToDoubleFunction<Group> figure) {
        return groups.stream()
                .filter(group -> !group.tooSmall)
                .mapToDouble(figure)
                .toArray();
    }
}
