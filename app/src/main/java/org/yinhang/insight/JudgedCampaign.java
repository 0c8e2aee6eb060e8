package org.yinhang.insight;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.campaign.Campaign;
import org.yinhang.core.experiment.ExperimentReport;
import org.yinhang.core.experiment.Range;
import org.yinhang.core.experiment.SampleRatio;
import org.yinhang.lake.increment.ArmGoal;

/**
 * What the arms of a campaign show so far.
 *
 * @param campaign the campaign
 * @param goal by what they are judged
 * @param base the arm the others are compared with: those left alone where there are such, otherwise the first
 * @param shares planned shares, in any unit
 * @param assigned customers by arm, whether their days have passed or not
 * @param ratio whether all assigned came into the arms as planned; where they did not, nothing else means anything
 * @param report the arms beside the base, over customers whose days have passed
 * @param steps what somebody would have seen who looked after each day of assignments
 */
public record JudgedCampaign(
        Campaign campaign,
        ArmGoal goal,
        String base,
        Map<String, Double> shares,
        Map<String, Long> assigned,
        Optional<SampleRatio> ratio,
        ExperimentReport report,
        List<Step> steps) {

    public JudgedCampaign {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        assigned = Map.copyOf(assigned);
        steps = List.copyOf(steps);
    }

    /**
     * A look.
     *
     * @param day up to which customers were assigned
     * @param arms what it shows, by arm; none of those with too few yet
     */
    public record Step(LocalDate day, Map<String, Seen> arms) {

        public Step {
            arms = Map.copyOf(arms);
        }
    }

    /** A difference from the base with its range at any time. */
    public record Seen(double difference, Range range) {}
}
