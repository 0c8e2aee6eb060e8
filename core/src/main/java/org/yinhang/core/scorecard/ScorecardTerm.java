package org.yinhang.core.scorecard;

import java.util.List;
import java.util.Optional;
import org.yinhang.core.scorecard.merging.MergedBins;

/**
 * One column of a card.
 *
 * @param bins its bins
 * @param points by merged bin
 * @param averagePoints of the training rows
 * @param coefficient of its weight of evidence in the log odds; 1 takes the bins for what they show alone
 * @param statistics how sure the coefficient is; empty on a card that came without
 */
public record ScorecardTerm(
        MergedBins bins,
        List<Double> points,
        double averagePoints,
        double coefficient,
        Optional<Statistics> statistics) {

    /**
     * How sure a coefficient is.
     *
     * @param standardError of the coefficient
     * @param pValue of the two-sided Wald test that it is 0
     * @param varianceInflation how many times the other columns inflate its variance, 1 or more; above 5 is worth a look
     */
    public record Statistics(double standardError, double pValue, double varianceInflation) {}

    public ScorecardTerm {
        points = List.copyOf(points);
        if (points.size() != bins.bins().size()) {
            throw new IllegalArgumentException("points of %s: %d (expected: %d)"
                    .formatted(bins.column(), points.size(), bins.bins().size()));
        }
    }

    /** The column. */
    public String column() {
        return bins.column();
    }

    /** The points of each fine bin. */
    public double[] pointsByFineBin() {
        double[] byFine = new double[bins.fine().count()];
        for (int fine = 0; fine < byFine.length; fine++) {
            byFine[fine] = points.get(bins.merged(fine));
        }
        return byFine;
    }

    /** The most points a row can have here. */
    public double mostPoints() {
        return points.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
