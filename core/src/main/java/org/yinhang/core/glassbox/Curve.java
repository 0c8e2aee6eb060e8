package org.yinhang.core.glassbox;

import java.util.List;
import org.yinhang.core.binning.Bins;

/**
 * A term over one column: what each bin adds to the score.
 *
 * @param bins the bins of the column
 * @param values by bin, in units of the score (log odds where the loss is logistic); their mean over the training rows is 0
 * @param errors by bin, the standard deviation over the bags; 0 with one bag
 * @param shares by bin, the share of the training rows, 0 to 1
 */
public record Curve(Bins bins, List<Double> values, List<Double> errors, List<Double> shares) {

    public Curve {
        values = List.copyOf(values);
        errors = List.copyOf(errors);
        shares = List.copyOf(shares);
    }

    /** The mean absolute amount this term adds over the training rows. */
    public double weight() {
        double sum = 0;
        for (int bin = 0; bin < values.size(); bin++) {
            sum += shares.get(bin) * Math.abs(values.get(bin));
        }
        return sum;
    }
}
