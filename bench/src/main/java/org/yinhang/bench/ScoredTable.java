package org.yinhang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/**
 * Made-up customers with fifty columns and an outcome: forty numbers, a twentieth of them missing, and ten words. The odds
 * follow from a dozen of them, two acting together.
 */
final class ScoredTable {

    static final int NUMBERS = 40;
    static final int WORDS = 10;
    static final int WIDTH = NUMBERS + WORDS;
    static final String OUTCOME = "outcome";

    private static final int VOCABULARY = 12;
    private static final double MISSING = 0.05;

    private final double[][] numbers = new double[NUMBERS][];
    private final int[][] words = new int[WORDS][];
    private final boolean[] outcomes;

    ScoredTable(int rows, long seed) {
        this.outcomes = new boolean[rows];
        for (int column = 0; column < NUMBERS; column++) {
            Random random = new Random(seed * 1_000 + column);
            boolean isMoney = column % 2 == 0;
            numbers[column] = IntStream.range(0, rows)
                    .mapToDouble(row -> random.nextDouble() < MISSING
                            ? Double.NaN
                            : isMoney ? Math.rint(Math.exp(9 + random.nextGaussian())) : random.nextInt(200))
                    .toArray();
        }
        for (int column = 0; column < WORDS; column++) {
            words[column] =
                    new Random(seed * 2_000 + column).ints(rows, 0, VOCABULARY).toArray();
        }
        Random random = new Random(seed);
        for (int row = 0; row < rows; row++) {
            outcomes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds(row)));
        }
    }

    private double logOdds(int row) {
        double sum = -2;
        for (int column = 0; column < 10; column++) {
            double value = numbers[column][row];
            double scaled = column % 2 == 0 ? (Math.log(value) - 9) / 1 : (value - 100) / 60;
            sum += Double.isNaN(value) ? -0.3 : 0.3 * scaled * (column % 3 == 0 ? scaled : 1);
        }
        sum += words[0][row] < 3 ? 0.8 : 0;
        return sum + (numbers[1][row] > 100 == words[1][row] > 5 ? 0.6 : 0);
    }

    int size() {
        return outcomes.length;
    }

    boolean outcome(int row) {
        return outcomes[row];
    }

    double number(int column, int row) {
        return numbers[column][row];
    }

    /** The words as XGBoost reads them: their numbers; all columns side by side, row after row. */
    float[] matrix(int from, int to) {
        float[] matrix = new float[(to - from) * WIDTH];
        for (int row = from; row < to; row++) {
            int at = (row - from) * WIDTH;
            for (int column = 0; column < NUMBERS; column++) {
                matrix[at + column] = (float) numbers[column][row];
            }
            for (int column = 0; column < WORDS; column++) {
                matrix[at + NUMBERS + column] = words[column][row];
            }
        }
        return matrix;
    }

    float[] labels(int from, int to) {
        float[] labels = new float[to - from];
        for (int row = from; row < to; row++) {
            labels[row - from] = outcomes[row] ? 1 : 0;
        }
        return labels;
    }

    static String word(int code) {
        return "word " + code;
    }

    String word(int column, int row) {
        return WORD_TEXTS.get(words[column][row]);
    }

    private static final List<String> WORD_TEXTS =
            IntStream.range(0, VOCABULARY).mapToObj(ScoredTable::word).toList();

    static String name(int column) {
        return column < NUMBERS ? "number " + column : "word " + (column - NUMBERS);
    }

    /** The rows as a table, with their outcome when asked for. */
    Table table(int from, int to, boolean withOutcome) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < NUMBERS; column++) {
            double[] values = numbers[column];
            columns.add(NumericColumn.of(
                    name(column),
                    IntStream.range(from, to).mapToDouble(row -> values[row]).toArray()));
        }
        for (int column = 0; column < WORDS; column++) {
            int of = column;
            columns.add(CategoryColumn.of(
                    name(NUMBERS + column),
                    IntStream.range(from, to).mapToObj(row -> word(of, row)).toList()));
        }
        if (withOutcome) {
            columns.add(NumericColumn.of(
                    OUTCOME,
                    IntStream.range(from, to)
                            .mapToDouble(row -> outcomes[row] ? 1 : 0)
                            .toArray()));
        }
        return Table.of("customers", columns);
    }
}
