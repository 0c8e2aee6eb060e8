package org.yinhang.core.learning;

import java.util.List;
import java.util.Random;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.RowSource;

/**
 * The smoothed success rate of each word of a category with many words (Micci-Barreca 2001, doi 10.1145/507533.507538). A
 * training row sees the rate of the other folds only, so its own outcome never informs its own features.
 *
 * @param logOdds by word, the first entry for missing and unseen words
 */
record TargetRates(String column, int source, List<String> words, List<Float> logOdds) implements Encoding.Part {

    private static final int FOLDS = 5;
    private static final double PRIOR_ROWS = 20;

    @Override
    public List<Feature> features() {
        return List.of(new Feature("success by " + column, source));
    }

    @Override
    public Encoding.RowWriter bind(RowSource rows) {
        RowSource.Positions positions = rows.positions(column, words);
        return (row, into, at) -> into[at] = logOdds.get(Math.max(0, positions.at(row) + 1));
    }

    static TargetRates fit(CategoryColumn column, int source, boolean[] outcomes) {
        int[] everyFold = new int[column.size()];
        float[] rates = rates(column, outcomes, everyFold, 1);
        List<Float> boxed = new java.util.ArrayList<>();
        for (float rate : rates) {
            boxed.add(rate);
        }
        return new TargetRates(column.name(), source, column.labels(), List.copyOf(boxed));
    }

    /** The feature of each training row, from the rows of the other folds. */
    static float[] training(CategoryColumn column, boolean[] outcomes, long seed) {
        Random random = new Random(seed);
        int[] fold = random.ints(column.size(), 0, FOLDS).toArray();
        float[] feature = new float[column.size()];
        for (int k = 0; k < FOLDS; k++) {
            float[] rates = rates(column, outcomes, fold, k);
            for (int row = 0; row < feature.length; row++) {
                if (fold[row] == k) {
                    feature[row] = rates[column.code(row) + 1];
                }
            }
        }
        return feature;
    }

    private static float[] rates(CategoryColumn column, boolean[] outcomes, int[] fold, int excluded) {
        double[] rows = new double[column.labels().size() + 1];
        double[] successes = new double[rows.length];
        double allRows = 1;
        double allSuccesses = 0.5;
        for (int row = 0; row < fold.length; row++) {
            if (fold[row] != excluded) {
                rows[column.code(row) + 1]++;
                successes[column.code(row) + 1] += outcomes[row] ? 1 : 0;
                allRows++;
                allSuccesses += outcomes[row] ? 1 : 0;
            }
        }
        float[] logOdds = new float[rows.length];
        for (int word = 0; word < rows.length; word++) {
            double rate = (successes[word] + PRIOR_ROWS * allSuccesses / allRows) / (rows[word] + PRIOR_ROWS);
            logOdds[word] = (float) Math.log(rate / (1 - rate));
        }
        return logOdds;
    }
}
