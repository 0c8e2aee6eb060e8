package org.yinhang.core.experiment;

import java.util.List;

/**
 * Several experiments of one kind, such as the cohorts of a hold-out, as one: the effect on those who were approached. Each
 * stratum's difference counts by the units of its arm, so that shares of control which differ between strata do not matter.
 */
public final class Strata {

    private Strata() {}

    /** One experiment. */
    public record Stratum(Moments control, Moments arm) {

        /** Whether a difference and its error can be told: two units in each arm. */
        public boolean isWhole() {
            return control.count() > 1 && arm.count() > 1;
        }
    }

    /** Units of the arms in strata that are whole. */
    public static long approached(List<Stratum> strata) {
        return strata.stream()
                .filter(Stratum::isWhole)
                .mapToLong(stratum -> stratum.arm.count())
                .sum();
    }

    /** The mean effect on the units of the arms; not-a-number when no stratum is whole. */
    public static Effect effect(List<Stratum> strata) {
        double units = approached(strata);
        double control = 0;
        double controlVariance = 0;
        double arm = 0;
        double armVariance = 0;
        for (Stratum stratum : strata) {
            if (stratum.isWhole()) {
                double weight = stratum.arm.count() / units;
                control += weight * stratum.control.mean();
                arm += weight * stratum.arm.mean();
                controlVariance += weight * weight * stratum.control.variance() / stratum.control.count();
                armVariance += weight * weight * stratum.arm.variance() / stratum.arm.count();
            }
        }
        return units == 0
                ? new Effect(Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                : Effect.of(control, controlVariance, arm, armVariance);
    }
}
