package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.RowSource;
import org.yinhang.core.table.Table;

/**
 * Follows outcomes through rows in time. Rows are scored {@code lag} at a time, so a training row sees outcomes only up to
 * the start of its own block of {@code lag} rows, just as a row to be scored sees them up to the end of the training rows.
 * Nothing leaks, and training and scoring see the same kind of number. Older rows count less.
 */
final class OutcomeHistory {

    /** With fewer blocks a model would tell the blocks apart by their rates instead of learning what rates mean. */
    private static final int FEWEST_BLOCKS = 6;

    /** The rate of few rows is drawn to the overall rate as by this many rows of it. */
    private static final double PRIOR_ROWS = 30;

    /** A row counts half after this share of the training rows has passed. */
    private static final double HALF_LIFE_SHARE = 0.15;

    private final boolean[] outcomes;
    private final int lag;
    private final int[] windows;
    private final double halfLife;
    private final List<Feature> features = new ArrayList<>();
    private final List<Keys> keys;
    private final List<RowSource.Positions> positions;
    private final double[][] rows;
    private final double[][] successes;
    private final float[] training;
    private RecentOutcomes known;

    /**
     * Follows the training rows to their end.
     *
     * @param table the training rows, the oldest first, without the outcome
     * @param outcomes one a row
     * @param lag rows scored before their outcomes become known
     */
    OutcomeHistory(Table table, boolean[] outcomes, int lag) {
        this.outcomes = outcomes;
        this.lag = lag;
        int longest = Math.max(200, table.size() / 4);
        this.windows = new int[] {Math.clamp(lag, 200, longest), Math.clamp(3L * lag, 200, longest)};
        this.halfLife = HALF_LIFE_SHARE * table.size();
        List<String> columns = table.columnNames();
        for (int window : windows) {
            features.add(new Feature("success rate of the last " + window, columns.size()));
        }
        for (int column = 0; column < columns.size(); column++) {
            features.add(new Feature("recent success by " + columns.get(column), column));
            features.add(new Feature("recent rows by " + columns.get(column), column));
        }
        this.keys = table.columns().stream().map(Keys::fit).toList();
        this.positions = keys.stream().map(key -> key.bind(table)).toList();
        this.rows = keys.stream().map(key -> new double[key.count()]).toArray(double[][]::new);
        this.successes = keys.stream().map(key -> new double[key.count()]).toArray(double[][]::new);
        this.training = new float[table.size() * features.size()];
        this.known = freeze(0);
        follow();
    }

    /** Whether so many rows, scored so many at a time, are enough to learn from recent outcomes. */
    static boolean isUseful(int rows, int lag) {
        return rows / lag >= FEWEST_BLOCKS;
    }

    /** What is known at the end of the training rows. */
    RecentOutcomes atEnd() {
        return known;
    }

    /** What was known when each training row was to be scored, row after row. */
    float[] training() {
        return training;
    }

    private void follow() {
        int size = outcomes.length;
        int start = 0;
        int end = size % lag == 0 ? lag : size % lag;
        while (start < size) {
            Encoding.RowWriter writer = known.writer(positions);
            for (int row = start; row < end; row++) {
                writer.write(row, training, row * features.size());
            }
            count(start, end);
            known = freeze(end);
            start = end;
            end += lag;
        }
    }

    private void count(int start, int end) {
        double fading = Math.pow(0.5, (end - start) / halfLife);
        for (int column = 0; column < rows.length; column++) {
            for (int key = 0; key < rows[column].length; key++) {
                rows[column][key] *= fading;
                successes[column][key] *= fading;
            }
        }
        for (int row = start; row < end; row++) {
            double weight = Math.pow(0.5, (end - 1 - row) / halfLife);
            for (int column = 0; column < rows.length; column++) {
                int key = positions.get(column).at(row);
                rows[column][key] += weight;
                successes[column][key] += outcomes[row] ? weight : 0;
            }
        }
    }

    private RecentOutcomes freeze(int end) {
        boolean enough = end >= Math.max(1, lag / 2);
        float[] overall = new float[windows.length];
        for (int i = 0; i < windows.length; i++) {
            int start = Math.max(0, end - windows[i]);
            long found =
                    IntStream.range(start, end).filter(row -> outcomes[row]).count();
            overall[i] = enough ? (float) found / (end - start) : Float.NaN;
        }
        float[][] logOdds = new float[rows.length][];
        float[][] weights = new float[rows.length][];
        for (int column = 0; column < rows.length; column++) {
            double allRows = 0;
            double allSuccesses = 0;
            for (int key = 0; key < rows[column].length; key++) {
                allRows += rows[column][key];
                allSuccesses += successes[column][key];
            }
            // Half a success and half a failure keep the odds finite where there is only one outcome yet.
            double prior = (allSuccesses + 0.5) / (allRows + 1);
            logOdds[column] = new float[rows[column].length];
            weights[column] = new float[rows[column].length];
            for (int key = 0; key < rows[column].length; key++) {
                double rate = (successes[column][key] + PRIOR_ROWS * prior) / (rows[column][key] + PRIOR_ROWS);
                logOdds[column][key] = enough ? (float) Math.log(rate / (1 - rate)) : Float.NaN;
                weights[column][key] = enough ? (float) Math.log1p(rows[column][key]) : Float.NaN;
            }
        }
        return new RecentOutcomes(List.copyOf(features), keys, overall, logOdds, weights);
    }
}
