package org.yinhang.lake.increment;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import org.yinhang.core.experiment.Moments;

/**
 * What the arms of an experiment have shown, by the day of assignment.
 *
 * @param goals by arm and day: the goal with whether the customer was active in the year before
 * @param harms by arm and kind
 * @param counts everybody assigned, by arm, whether their days have passed or not
 */
public record ArmReport(
        Map<String, NavigableMap<LocalDate, Moments>> goals,
        Map<String, Map<ArmHarm, Moments>> harms,
        Map<String, Long> counts) {

    /** The goal of an arm over those assigned up to a day. */
    public Moments goal(String arm, LocalDate last) {
        NavigableMap<LocalDate, Moments> days = goals.get(arm);
        return days == null
                ? Moments.NONE
                : days.headMap(last, true).values().stream().reduce(Moments.NONE, Moments::plus);
    }

    /** A harm of an arm. */
    public Moments harm(String arm, ArmHarm kind) {
        return harms.getOrDefault(arm, Map.of()).getOrDefault(kind, Moments.NONE);
    }
}
