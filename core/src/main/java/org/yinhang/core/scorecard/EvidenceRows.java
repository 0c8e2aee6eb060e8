package org.yinhang.core.scorecard;

import java.util.List;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.scorecard.merging.MergedBins;

/**
 * Training rows as weights of evidence, read from a table by fine bin, with outcomes and weights. Each part of the rows may
 * read weights of its own, so that a row need not be judged by bins that have seen its outcome.
 */
final class EvidenceRows {

    private final byte[][] codes;
    private final double[][][] evidence;
    private final int[] part;
    private final boolean[] outcomes;
    private final double[] weights;
    private final double allWeight;

    /**
     * Puts rows together.
     *
     * @param merged by part of the rows, the merged bins of every column of the table
     * @param part of each row
     */
    EvidenceRows(BinnedTable table, List<List<MergedBins>> merged, int[] part, boolean[] outcomes, double[] weights) {
        this.codes = new byte[table.bins().size()][];
        for (int column = 0; column < codes.length; column++) {
            codes[column] = table.codes(column);
        }
        this.evidence = merged.stream()
                .map(columns ->
                        columns.stream().map(MergedBins::weightsOfEvidence).toArray(double[][]::new))
                .toArray(double[][][]::new);
        this.part = part;
        this.outcomes = outcomes;
        this.weights = weights;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        this.allWeight = sum;
    }

    int size() {
        return weights.length;
    }

    /** The weight of evidence of a row's value. */
    double at(int column, int row) {
        return evidence[part[row]][column][codes[column][row] & 0xff];
    }

    boolean outcome(int row) {
        return outcomes[row];
    }

    double weight(int row) {
        return weights[row];
    }

    double allWeight() {
        return allWeight;
    }

    /** The correlations of some columns, the lower half and the diagonal; 0 with a column that never changes. */
    double[][] correlations(int[] chosen) {
        double[] means = new double[chosen.length];
        double[][] products = new double[chosen.length][chosen.length];
        double[] values = new double[chosen.length];
        for (int row = 0; row < size(); row++) {
            for (int i = 0; i < chosen.length; i++) {
                values[i] = at(chosen[i], row);
                means[i] += weights[row] * values[i] / allWeight;
            }
            for (int i = 0; i < chosen.length; i++) {
                double weighted = weights[row] * values[i] / allWeight;
                for (int j = 0; j <= i; j++) {
                    products[i][j] += weighted * values[j];
                }
            }
        }
        double[] deviations = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            deviations[i] = Math.sqrt(Math.max(0, products[i][i] - means[i] * means[i]));
        }
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j <= i; j++) {
                double scale = deviations[i] * deviations[j];
                products[i][j] = i == j ? 1 : scale < 1e-12 ? 0 : (products[i][j] - means[i] * means[j]) / scale;
            }
        }
        return products;
    }
}
