package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/**
 * How well one column alone tells successes from failures, on rows it did not learn from. A column that is too good knows the
 * outcome: it was written after the event, or is the outcome in other words.
 *
 * @param column its name
 * @param auc of its success rates by range or word, learned from the training rows; for a number also of its plain value in
 *     the direction seen there, whichever is more; mean over steps, 0 to 1
 */
public record FeatureStrength(String column, double auc) {

    /** Above this a single column is suspected whatever the others do. */
    public static final double TOO_GOOD = 0.95;

    /** Above this it is suspected where it also leads the next column by {@value #LEAD}. */
    public static final double VERY_GOOD = 0.9;

    private static final double LEAD = 0.1;
    private static final int RANGES = 50;
    private static final int WORDS = 1_000;
    private static final double PRIOR_ROWS = 5;
    private static final int MOST_STEPS = 5;

    /**
     * Every column, the strongest first.
     *
     * @param features the columns to look at
     * @param outcomes one a row
     * @param steps what to learn from and what to look at; of many, some evenly spread
     */
    public static List<FeatureStrength> of(Table features, boolean[] outcomes, List<SplitStep> steps) {
        int played = Math.min(MOST_STEPS, steps.size());
        List<SplitStep> chosen = IntStream.range(0, played)
                .mapToObj(i -> steps.get((int) ((long) steps.size() * i / played)))
                .toList();
        List<FeatureStrength> strengths = new ArrayList<>();
        for (Column column : features.columns()) {
            double auc = chosen.stream()
                    .mapToDouble(step -> auc(column, outcomes, step.train(), step.test()))
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
            strengths.add(new FeatureStrength(column.name(), auc));
        }
        return strengths.stream()
                .sorted(Comparator.comparingDouble(
                                (FeatureStrength strength) -> Double.isNaN(strength.auc) ? 1 : -strength.auc)
                        .thenComparing(FeatureStrength::column))
                .toList();
    }

    /** The columns that are too good to be true, of a list sorted by strength. */
    public static List<FeatureStrength> suspects(List<FeatureStrength> strongestFirst) {
        List<FeatureStrength> suspects = new ArrayList<>();
        for (int i = 0; i < strongestFirst.size(); i++) {
            FeatureStrength strength = strongestFirst.get(i);
            double next = i + 1 < strongestFirst.size() ? strongestFirst.get(i + 1).auc : 0.5;
            boolean leads = i == 0 && strength.auc >= VERY_GOOD && !(strength.auc - next < LEAD);
            if (strength.auc >= TOO_GOOD || leads) {
                suspects.add(strength);
            }
        }
        return suspects;
    }

    private static double auc(Column column, boolean[] outcomes, int[] train, int[] test) {
        Column learned = column.select(train);
        Column judged = column.select(test);
        boolean[] happened = chosen(outcomes, test);
        boolean[] known = chosen(outcomes, train);
        double byGroup = auc(ratesByGroup(learned, known, judged), happened);
        if (!(column instanceof NumericColumn)) {
            return byGroup;
        }
        double direction = auc(plain(learned), known) < 0.5 ? -1 : 1;
        double byValue =
                auc(Arrays.stream(plain(judged)).map(value -> direction * value).toArray(), happened);
        return Math.max(byGroup, byValue);
    }

    private static double auc(double[] scores, boolean[] outcomes) {
        return Ranking.of(scores, outcomes).auc();
    }

    /** Numbers as they are, the missing below all others. */
    private static double[] plain(Column column) {
        NumericColumn numbers = (NumericColumn) column;
        return IntStream.range(0, column.size())
                .mapToDouble(row -> numbers.isMissing(row) ? -Double.MAX_VALUE : numbers.value(row))
                .toArray();
    }

    private static double[] ratesByGroup(Column learned, boolean[] known, Column judged) {
        ColumnGroups groups = ColumnGroups.of(learned, RANGES, RANGES, WORDS);
        IntUnaryOperator groupOf = groups.bind(learned);
        double[] rows = new double[groups.count()];
        double[] successes = new double[groups.count()];
        double all = 0;
        for (int row = 0; row < known.length; row++) {
            rows[groupOf.applyAsInt(row)]++;
            successes[groupOf.applyAsInt(row)] += known[row] ? 1 : 0;
            all += known[row] ? 1 : 0;
        }
        double rate = all / known.length;
        IntUnaryOperator judgedGroup = groups.bind(judged);
        return IntStream.range(0, judged.size())
                .map(judgedGroup)
                .mapToDouble(group -> (successes[group] + PRIOR_ROWS * rate) / (rows[group] + PRIOR_ROWS))
                .toArray();
    }

    private static boolean[] chosen(boolean[] outcomes, int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = outcomes[rows[i]];
        }
        return chosen;
    }
}
