package org.yinhang.opportunity;

import org.yinhang.core.evaluation.Interval;

/**
 * What came of the contacts that followed one version of a script.
 *
 * @param code names the script
 * @param version which version
 * @param contacts recorded with it
 * @param reached where somebody spoke with the customer
 * @param agreed of those reached, who agreed to come or applied
 */
public record ScriptFigures(String code, int version, int contacts, int reached, int agreed) {

    /** The part of those reached who agreed; NaN where nobody was reached. */
    public double rate() {
        return reached == 0 ? Double.NaN : (double) agreed / reached;
    }

    /** Lower end of the 95 % interval of Wilson; 0 where nobody was reached. */
    public double from() {
        return Interval.wilson(agreed, reached).low();
    }

    /** Upper end of that interval; 1 where nobody was reached. */
    public double until() {
        return Interval.wilson(agreed, reached).high();
    }
}
