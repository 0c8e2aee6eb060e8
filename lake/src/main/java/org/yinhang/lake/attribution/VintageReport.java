package org.yinhang.lake.attribution;

import java.util.List;

/**
 * How loans age.
 *
 * @param settings what was counted
 * @param curves one for each value, by value
 */
public record VintageReport(VintageRun.Settings settings, List<Curve> curves) {

    /** Fewer loans than this make a share that says little. */
    public static final int FEW = 30;

    public VintageReport {
        curves = List.copyOf(curves);
    }

    /**
     * One value's loans.
     *
     * @param value its code
     * @param loans paid out
     * @param principal of them, yuan
     * @param observed those old enough for a month on book, from 1, that had not been late before
     * @param late of these, those that were late for the first time in that month
     */
    public record Curve(String value, long loans, double principal, List<Long> observed, List<Long> late) {

        public Curve {
            observed = List.copyOf(observed);
            late = List.copyOf(late);
        }

        /**
         * The share ever late by a month on book, from 1: the product-limit estimate of E. L. Kaplan and P. Meier (1958), which uses
         * what young loans say of their first months and never falls. Not-a-number where no loan is as old.
         */
        public double share(int month) {
            if (observed.get(month - 1) == 0) {
                return Double.NaN;
            }
            double spared = 1;
            for (int i = 0; i < month; i++) {
                spared *= 1 - (double) late.get(i) / observed.get(i);
            }
            return 1 - spared;
        }
    }
}
