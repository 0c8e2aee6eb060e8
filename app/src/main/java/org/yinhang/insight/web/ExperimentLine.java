package org.yinhang.insight.web;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yinhang.campaign.Campaign;
import org.yinhang.core.experiment.SampleRatio;
import org.yinhang.shared.web.PageFrame;

/**
 * An experiment in the list.
 *
 * @param campaign its campaign
 * @param arms customers by arm, in words
 * @param ratio whether they came into the arms as planned
 */
public record ExperimentLine(Campaign campaign, String arms, Optional<SampleRatio> ratio) {

    static ExperimentLine of(Campaign campaign, Map<String, Long> arms, Optional<SampleRatio> ratio, PageFrame page) {
        String words = new TreeMap<>(arms)
                .entrySet().stream()
                        .map(arm ->
                                name(arm.getKey(), page) + " " + page.formats().count(arm.getValue()))
                        .collect(Collectors.joining(" · "));
        return new ExperimentLine(campaign, words, ratio);
    }

    /** What an arm is called. */
    static String name(String arm, PageFrame page) {
        return page.texts().orElse("insight.arm." + arm, arm);
    }
}
