package org.yinhang.lake.increment;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Assignments by channel, each beside the customers of the same cohort who were left alone. A cohort is told by channel only where
 * chance drew the channel, which the recorded probabilities of its arms show by adding up to one, or where it had one.
 */
final class DrawnChannels {

    /** Under what those left alone are counted. */
    static final String CONTROL = "";

    /** Under what those are counted who were to be contacted and of whom no channel is known. */
    private static final String UNKNOWN = "?";

    private static final double ROUNDING = 0.02;

    private DrawnChannels() {}

    /** Under what somebody is counted who was to be contacted through a channel. */
    static String part(String channel) {
        return channel.isEmpty() ? UNKNOWN : channel;
    }

    static Map<String, AssignedOutcomes> of(Map<String, AssignedOutcomes> parts) {
        AssignedOutcomes control = parts.getOrDefault(CONTROL, new AssignedOutcomes());
        Map<Cohort, Double> shares = new HashMap<>();
        control.cohorts().forEach((cohort, arms) -> shares.put(cohort, arms.controlShare()));
        parts.forEach((channel, outcomes) -> {
            if (!channel.equals(CONTROL)) {
                outcomes.cohorts().forEach((cohort, arms) -> shares.merge(cohort, arms.contactShare(), Double::sum));
            }
        });
        Map<String, AssignedOutcomes> drawn = new TreeMap<>();
        parts.forEach((channel, outcomes) -> {
            AssignedOutcomes told = new AssignedOutcomes();
            outcomes.cohorts().forEach((cohort, arms) -> {
                AssignedOutcomes.Arms alone = control.cohorts().get(cohort);
                if (alone != null && shares.getOrDefault(cohort, Double.NaN) <= 1 + ROUNDING) {
                    told.put(cohort, arms.beside(alone));
                }
            });
            if (!channel.equals(CONTROL)
                    && !channel.equals(UNKNOWN)
                    && !told.cohorts().isEmpty()) {
                drawn.put(channel, told);
            }
        });
        return drawn;
    }
}
