package org.yinhang.lake.increment;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.Range;
import org.yinhang.core.experiment.SampleRatio;

/**
 * What contacts added.
 *
 * @param contacted customers put by chance into the contact arm, in all cohorts
 * @param control customers left alone by chance
 * @param ratio whether chance was as planned; where it was not, nothing else means anything
 * @param increments one for each outcome, in order
 * @param badRate the bad rate of borrowers in both arms, of cohorts mature for it; empty while there are too few
 */
public record IncrementReport(
        long contacted, long control, SampleRatio ratio, List<Increment> increments, Optional<Effect> badRate) {

    public IncrementReport {
        increments = List.copyOf(increments);
    }

    /** Fewer customers with an outcome than this, in both arms together, make no interval. */
    static final double LEAST_EVENTS = 10;

    private static boolean isRare(Outcome outcome, Effect effect, long contacted, long control) {
        return !outcome.isMoney() && effect.arm() * contacted + effect.control() * control < LEAST_EVENTS;
    }

    /**
     * What was added of one outcome, over mature cohorts only.
     *
     * @param contacted customers in the contact arm of mature cohorts
     * @param control customers in their control arm
     * @param effect for a customer contacted: share or yuan
     * @param cohorts by month, mature ones and others
     */
    public record Increment(
            Outcome outcome, long contacted, long control, Effect effect, List<CohortIncrement> cohorts) {

        public Increment {
            cohorts = List.copyOf(cohorts);
        }

        /** Whether too few had the outcome for an interval to mean anything. */
        public boolean isRare() {
            return IncrementReport.isRare(outcome, effect, contacted, control);
        }

        /** What was added in all, of the customers contacted. */
        public double total() {
            return effect.difference() * contacted;
        }

        /** Where that lies with a confidence of {@code 1 − alpha}. */
        public Range totalRange(double alpha) {
            Range each = effect.fixed(alpha);
            return new Range(each.low() * contacted, each.high() * contacted);
        }
    }

    /**
     * One month's part.
     *
     * @param isMature whether the outcome of everybody in it is known
     * @param effect empty where it is not, or an arm has fewer than two customers
     */
    public record CohortIncrement(
            YearMonth month, long contacted, long control, boolean isMature, Optional<Effect> effect) {

        /** Whether too few had an outcome for an interval to mean anything; so where there is no effect. */
        public boolean isRare(Outcome outcome) {
            return effect.map(one -> IncrementReport.isRare(outcome, one, contacted, control))
                    .orElse(true);
        }
    }
}
