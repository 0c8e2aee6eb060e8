package org.yinhang.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.unit.Money;

/**
 * What a campaign is to do.
 *
 * @param name as colleagues call it
 * @param goal what it is for, in a sentence
 * @param product code of the product on offer
 * @param audience number of the audience; 0 while none is chosen
 * @param controlPercent of the audience that is left untouched, to measure what the campaign adds
 * @param arms compared ways of treating the rest; none for one way
 * @param waves in their order
 * @param startsOn day of the first wave
 * @param endsOn last day on which anything leaves
 * @param priority from 1 to 9; the higher is served first by its channels
 * @param most touches at most, for each wave and channel
 * @param budget for touches, for each wave and channel
 * @param expectedPercent of those untouched who are expected to apply, for the plan of power
 * @param target applications it is to bring
 * @param repeatDays 0 for waves that leave once; otherwise the one wave is prepared every day, for whoever its audience means that
 *     day, and nobody comes in again within so many days
 */
public record CampaignPlan(
        String name,
        String goal,
        String product,
        long audience,
        int controlPercent,
        List<CampaignArm> arms,
        List<WavePlan> waves,
        LocalDate startsOn,
        LocalDate endsOn,
        int priority,
        long most,
        Money budget,
        double expectedPercent,
        long target,
        int repeatDays) {

    private static final int LONGEST_REPEAT = 365;

    private static final int LONGEST_NAME = 60;
    private static final int MOST_CONTROL = 90;
    private static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";

    public CampaignPlan {
        arms = List.copyOf(arms);
        waves = List.copyOf(waves);
    }

    /** Everything that keeps the plan from being launched as it is written; what depends on the world is checked apart. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            faults.add(fault("CAM-2001", "The name is missing or too long.", "name"));
        }
        if (product.isBlank()) {
            faults.add(fault("CAM-2002", "No product is chosen.", "product"));
        }
        if (audience <= 0) {
            faults.add(fault("CAM-2003", "No audience is chosen.", "audience"));
        }
        if (controlPercent < 0 || controlPercent > MOST_CONTROL) {
            faults.add(fault("CAM-2004", "The control group is 0 to 90 percent.", "control"));
        }
        if (!arms.isEmpty() && arms.stream().mapToInt(CampaignArm::percent).sum() != 100) {
            faults.add(fault("CAM-2005", "The arms do not come to 100 percent.", "arms"));
        }
        if (endsOn.isBefore(startsOn)) {
            faults.add(fault("CAM-2006", "It ends before it starts.", "endsOn"));
        }
        if (most < 1 || budget.fen() < 0) {
            faults.add(fault("CAM-2007", "Capacity or budget is missing.", "most"));
        }
        if (!(expectedPercent > 0 && expectedPercent < 100)) {
            faults.add(fault(
                    "CAM-2008", "The expected share of applications is above 0 and below 100 percent.", "expected"));
        }
        if (repeatDays < 0 || repeatDays > LONGEST_REPEAT || (repeatDays > 0 && waves.size() > 1)) {
            faults.add(
                    fault("CAM-2016", "A campaign that repeats has one wave, and at most a year between.", "repeat"));
        }
        waveFaults(faults);
        return faults;
    }

    /** Whether it is triggered: looked at every day, for whoever its audience means that day. */
    public boolean isTriggered() {
        return repeatDays > 0;
    }

    private void waveFaults(List<Fault> faults) {
        if (waves.isEmpty()) {
            faults.add(fault("CAM-2010", "There is no wave.", "waves"));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < waves.size(); i++) {
            WavePlan wave = waves.get(i);
            if (!wave.code().matches(CODE) || !codes.add(wave.code())) {
                faults.add(fault("CAM-2011", "The code of a wave is not usable or taken.", wave.code()));
            }
            boolean isFirst = wave.entry() == WaveEntry.AUDIENCE;
            if (isFirst != (i == 0)) {
                faults.add(fault("CAM-2012", "The first wave, and only that, takes the audience.", wave.code()));
            }
            if (wave.waitDays() < 0) {
                faults.add(fault("CAM-2013", "A wave cannot come before the one before it.", wave.code()));
            }
            if (wave.steps().isEmpty()) {
                faults.add(fault("CAM-2014", "The wave has no step.", wave.code()));
            }
            for (WaveStep step : wave.steps()) {
                boolean isKnown = step.arm().isEmpty()
                        || arms.stream().anyMatch(arm -> arm.code().equals(step.arm()));
                if (step.creative().isBlank() || step.channel().isBlank() || step.costFen() < 0 || !isKnown) {
                    faults.add(fault("CAM-2015", "A step lacks its channel or text, or names no arm.", wave.code()));
                }
            }
        }
    }

    private static Fault fault(String code, String what, String where) {
        return Fault.of(code, what, where, "Go back to that step of the plan.");
    }
}
