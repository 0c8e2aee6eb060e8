package org.yinhang.campaign.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import org.yinhang.campaign.WavePlan;

/**
 * How the steps of a wave are named on their way: the wave's code, the day where the campaign is triggered day by day, and
 * the step's place.
 */
final class DispatchCodes {

    private DispatchCodes() {}

    /** The code of a wave as it is prepared on a day. */
    static String run(WavePlan wave, LocalDate day, boolean isTriggered) {
        return isTriggered ? wave.code() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) : wave.code();
    }

    /** The code of a step, by its place from 0. */
    static String of(String run, int step) {
        return run + "-" + (step + 1);
    }

    /** The codes under which a triggered wave may have reached somebody in the last days, this day among them. */
    static Set<String> within(WavePlan wave, LocalDate day, int days) {
        Set<String> codes = new LinkedHashSet<>();
        for (int back = 0; back < days; back++) {
            for (int step = 0; step < wave.steps().size(); step++) {
                codes.add(of(run(wave, day.minusDays(back), true), step));
            }
        }
        return codes;
    }

    /** The codes under which a wave that leaves once, and for latecomers day by day, may have reached somebody until a day. */
    static Set<String> until(WavePlan wave, LocalDate start, LocalDate day) {
        Set<String> codes = of(wave);
        codes.addAll(within(wave, day, (int) Math.max(0, ChronoUnit.DAYS.between(start, day) + 1)));
        return codes;
    }

    /** The codes of every step. */
    static Set<String> of(WavePlan wave) {
        Set<String> codes = new LinkedHashSet<>();
        for (int step = 0; step < wave.steps().size(); step++) {
            codes.add(of(wave.code(), step));
        }
        return codes;
    }
}
