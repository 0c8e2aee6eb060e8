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
        private double plannedControl;
        private double plannedContact;
        private long alone;
        private long approached;
        private boolean isAmongChannels;
        long latest = Long.MIN_VALUE;

        /** Keeps with which probability somebody came into their arm; where it is not recorded, half. */
        void plan(boolean isContacted, double propensity) {
            double known = Double.isNaN(propensity) ? DEFAULT_CONTROL : propensity;
            if (isContacted) {
                plannedContact += known;
                approached++;
            } else {
                plannedControl += known;
                alone++;
            }
        }

        /** With which probability a customer of these arms was to be left alone. */
        double plannedShare() {
            double control = plannedControl / alone;
            return isAmongChannels ? control / (control + contactShare()) : control;
        }

        double contactShare() {
            return plannedContact / approached;
        }

        double controlShare() {
            return plannedControl / alone;
        }

        /** These contacted beside the control of others of the same cohort, between whom and other channels chance drew. */
        Arms beside(Arms other) {
            Arms both = new Arms();
            both.contacted.putAll(contacted);
            both.control.putAll(other.control);
            both.plannedContact = plannedContact;
            both.approached = approached;
            both.plannedControl = other.plannedControl;
            both.alone = other.alone;
            both.isAmongChannels = true;
            both.latest = Math.max(latest, other.latest);
            return both;
        }

        Map<Outcome, Moments> of(boolean isContacted) {
            return isContacted ? contacted : control;
        }

        Moments of(boolean isContacted, Outcome outcome) {
            return of(isContacted).getOrDefault(outcome, Moments.NONE);
        }
    }

    private static final double DEFAULT_CONTROL = 0.5;

    private final Map<Cohort, Arms> cohorts = new TreeMap<>();

    void put(Cohort cohort, Arms arms) {
        cohorts.put(cohort, arms);
    }

    Map<Cohort, Arms> cohorts() {
        return cohorts;
    }

    Arms of(Cohort cohort) {
        return cohorts.computeIfAbsent(cohort, c -> new Arms());
    }
}
