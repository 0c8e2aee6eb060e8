package org.yinhang.core.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an experiment says so far.
 *
 * @param control name of the control arm
 * @param units its units
 * @param ratio whether the arms are as planned; where they are not, nothing else here means anything
 * @param arms the other arms
 */
public record ExperimentReport(String control, long units, SampleRatio ratio, List<ArmReport> arms) {

    public ExperimentReport {
        arms = List.copyOf(arms);
    }

    /** What the range at any time says of the goal. */
    public enum Verdict {
        /** The arm has more of it than control. */
        MORE,
        /** The arm has less. */
        LESS,
        /** Not yet known. */
        OPEN
    }

    /**
     * Chances of such a difference were there none.
     *
     * @param fixed for one look planned ahead
     * @param fixedCorrected the same, corrected for the number of arms
     * @param anyTime for a look at any time
     * @param anyTimeCorrected the same, corrected for the number of arms
     */
    public record Chances(double fixed, double fixedCorrected, double anyTime, double anyTimeCorrected) {}

    /** A guardrail in one arm. */
    public record GuardrailReport(Guardrail guardrail, Effect effect, Guardrail.Verdict verdict) {}

    /**
     * One arm against control.
     *
     * @param effect on the goal, adjusted where there is a covariate
     * @param fixed where the difference lies, for one look planned ahead
     * @param anyTime where it lies at every look, shared over the arms; empty while too few are in
     * @param anyTimeLift the same of the lift
     * @param varianceReduction the share of the variance that the covariate took out, where there is one
     * @param verdict by {@code anyTime}
     */
    public record ArmReport(
            String name,
            long units,
            Effect effect,
            Range fixed,
            Optional<Range> anyTime,
            Optional<Range> anyTimeLift,
            Chances chances,
            Optional<Double> varianceReduction,
            Map<String, GuardrailReport> guardrails,
            Verdict verdict) {

        public ArmReport {
            guardrails = Collections.unmodifiableMap(new TreeMap<>(guardrails));
        }
    }
}
