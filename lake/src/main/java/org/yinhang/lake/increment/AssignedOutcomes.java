package org.yinhang.lake.increment;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.yinhang.core.experiment.Moments;

/** Moments of every outcome by cohort and arm. */
final class AssignedOutcomes {

    /** The arms of a cohort. */
    static final class Arms {
        final Map<Outcome, Moments> contacted = new EnumMap<>(Outcome.class);
        final Map<Outcome, Moments> control = new EnumMap<>(Outcome.class);
        double plannedControl;
        long latest = Long.MIN_VALUE;

        Map<Outcome, Moments> of(boolean isContacted) {
            return isContacted ? contacted : control;
        }

        Moments of(boolean isContacted, Outcome outcome) {
            return of(isContacted).getOrDefault(outcome, Moments.NONE);
        }
    }

    private final Map<Cohort, Arms> cohorts = new TreeMap<>();

    Map<Cohort, Arms> cohorts() {
        return cohorts;
    }

    Arms of(Cohort cohort) {
        return cohorts.computeIfAbsent(cohort, c -> new Arms());
    }
}
