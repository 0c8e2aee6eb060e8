package org.yinhang.core.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows from the best score to the worst, with the places where scores are equal. */
public final class ScoreOrder {

    private final int[] rows;
    private final int[] ends;

    private ScoreOrder(int[] rows, int[] ends) {
        this.rows = rows;
        this.ends = ends;
    }

    /**
     * Orders rows.
     *
     * @param scores one a row, higher is better, never NaN
     */
    public static ScoreOrder of(double[] scores) {
        int[] rows = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -scores[row])
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ends = IntStream.rangeClosed(1, rows.length)
                .filter(end -> end == rows.length || scores[rows[end]] != scores[rows[end - 1]])
                .toArray();
        return new ScoreOrder(rows, ends);
    }

    public int size() {
        return rows.length;
    }

    /** All rows, the best first. */
    int[] rows() {
        return rows.clone();
    }

    /** The row at a place, 0 the best; of equal scores the lower row number comes first. */
    public int row(int place) {
        return rows[place];
    }

    /** How many different scores there are. */
    public int ties() {
        return ends.length;
    }

    /** The place behind the last row of the {@code tie}-th best score. */
    public int endOfTie(int tie) {
        return ends[tie];
    }
}
