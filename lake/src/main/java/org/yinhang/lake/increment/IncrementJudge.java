package org.yinhang.lake.increment;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.experiment.SampleRatio;
import org.yinhang.core.experiment.Strata;

/** Makes of what was counted by cohort and arm what it says. */
final class IncrementJudge {

    private static final double DEFAULT_CONTROL = 0.5;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final AssignedOutcomes outcomes;
    private final long end;
    private final boolean hasMargin;

    /**
     * @param end the first instant that is not seen
     * @param hasMargin whether what money costs the bank is known
     */
    IncrementJudge(AssignedOutcomes outcomes, long end, boolean hasMargin) {
        this.outcomes = outcomes;
        this.end = end;
        this.hasMargin = hasMargin;
    }

    /** Whether the outcome of the cohort's last assigned is known. */
    private boolean isMature(AssignedOutcomes.Arms arms, Outcome outcome) {
        return arms.latest + outcome.days() * MICROS_PER_DAY <= end;
    }

    IncrementReport report() {
        long contacted = 0;
        long control = 0;
        double planned = 0;
        for (AssignedOutcomes.Arms arms : outcomes.cohorts().values()) {
            long alone = arms.of(false, Outcome.RESPONSE).count();
            long approached = arms.of(true, Outcome.RESPONSE).count();
            contacted += approached;
            control += alone;
            double share = alone == 0 ? DEFAULT_CONTROL : arms.plannedShare();
            planned += (alone + approached) * share;
        }
        double share = Math.clamp(planned / Math.max(1, contacted + control), 1e-6, 1 - 1e-6);
        List<IncrementReport.Increment> increments = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.MARGIN || hasMargin) {
                increments.add(increment(outcome));
            }
        }
        return new IncrementReport(
                contacted,
                control,
                SampleRatio.of(List.of(control, contacted), List.of(share, 1 - share)),
                increments,
                badRate());
    }

    private IncrementReport.Increment increment(Outcome outcome) {
        List<Strata.Stratum> mature = new ArrayList<>();
        Map<YearMonth, List<Strata.Stratum>> months = new TreeMap<>();
        Set<YearMonth> young = new HashSet<>();
        outcomes.cohorts().forEach((cohort, arms) -> {
            Strata.Stratum stratum = new Strata.Stratum(arms.of(false, outcome), arms.of(true, outcome));
            months.computeIfAbsent(cohort.month(), m -> new ArrayList<>()).add(stratum);
            if (isMature(arms, outcome)) {
                mature.add(stratum);
            } else {
                young.add(cohort.month());
            }
        });
        List<IncrementReport.CohortIncrement> cohorts = new ArrayList<>();
        months.forEach((month, strata) -> {
            boolean isMature = !young.contains(month);
            boolean isTold = isMature && strata.stream().anyMatch(Strata.Stratum::isWhole);
            cohorts.add(new IncrementReport.CohortIncrement(
                    month,
                    strata.stream().mapToLong(stratum -> stratum.arm().count()).sum(),
                    strata.stream()
                            .mapToLong(stratum -> stratum.control().count())
                            .sum(),
                    isMature,
                    isTold ? Optional.of(Strata.effect(strata)) : Optional.empty()));
        });
        return new IncrementReport.Increment(
                outcome,
                Strata.approached(mature),
                mature.stream()
                        .filter(Strata.Stratum::isWhole)
                        .mapToLong(stratum -> stratum.control().count())
                        .sum(),
                Strata.effect(mature),
                cohorts);
    }

    /** Bad borrowers by borrowers, in both arms of the cohorts that are mature for it. */
    private Optional<Effect> badRate() {
        Moments control = Moments.NONE;
        Moments contacted = Moments.NONE;
        for (AssignedOutcomes.Arms arms : outcomes.cohorts().values()) {
            if (isMature(arms, Outcome.BAD)) {
                control = control.plus(arms.of(false, Outcome.BAD));
                contacted = contacted.plus(arms.of(true, Outcome.BAD));
            }
        }
        double bad = control.mean() * control.count() + contacted.mean() * contacted.count();
        return control.companion() > 0 && contacted.companion() > 0 && bad >= IncrementReport.LEAST_EVENTS
                ? Optional.of(Effect.ofRatios(control, contacted))
                : Optional.empty();
    }
}
