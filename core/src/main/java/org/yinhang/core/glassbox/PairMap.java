package org.yinhang.core.glassbox;

import java.util.List;

/**
 * A term over two columns: what each meeting of a group of one with a group of the other adds to the score, beyond what
 * their curves add. Over the training rows every row and column of the map has mean 0, so nothing of a curve hides in it
 * (Lengerich and others 2020, arXiv 1911.04974).
 *
 * @param first position of the column whose groups are the rows of the map
 * @param second position of the column whose groups are its columns
 * @param firstGroups the group of each bin of the first column
 * @param secondGroups the group of each bin of the second column
 * @param width how many groups the second column has
 * @param values row after row
 * @param shares of the training rows, row after row, 0 to 1
 */
public record PairMap(
        int first,
        int second,
        List<Integer> firstGroups,
        List<Integer> secondGroups,
        int width,
        List<Double> values,
        List<Double> shares) {

    public PairMap {
        firstGroups = List.copyOf(firstGroups);
        secondGroups = List.copyOf(secondGroups);
        values = List.copyOf(values);
        shares = List.copyOf(shares);
    }

    /** The mean absolute amount this term adds over the training rows. */
    public double weight() {
        double sum = 0;
        for (int cell = 0; cell < values.size(); cell++) {
            sum += shares.get(cell) * Math.abs(values.get(cell));
        }
        return sum;
    }
}
