package org.yinhang.compliance.rules;

import java.util.List;
import org.yinhang.lake.yaml.YamlNode;

/**
 * How often a customer may be touched, over all campaigns.
 *
 * @param caps all of them hold at once
 * @param coolDownDays days without a touch after a refusal
 * @param daysBetweenCampaigns days between touches of different campaigns
 */
public record FrequencyRules(List<FrequencyCap> caps, int coolDownDays, int daysBetweenCampaigns) {

    /** The longest run of days a cap may look at. */
    public static final int LONGEST = 366;

    /** No rule of the bank's own; a campaign's own limits still hold. */
    public static final FrequencyRules NONE = new FrequencyRules(List.of(), 0, 0);

    public FrequencyRules {
        caps = List.copyOf(caps);
    }

    /** How many days of the ledger the caps look at. */
    public int longestDays() {
        return caps.stream().mapToInt(FrequencyCap::days).max().orElse(0);
    }

    static FrequencyRules of(YamlNode root) {
        root.only("caps", "cool_down_days", "days_between_campaigns");
        List<FrequencyCap> caps = root.get("caps").list().stream()
                .map(cap -> cap.only("channel", "days", "most", "source", "strength"))
                .map(cap -> new FrequencyCap(
                        cap.get("channel").text(),
                        cap.get("days").whole(1, LONGEST),
                        cap.get("most").whole(0, 1000),
                        RuleSource.of(cap)))
                .toList();
        return new FrequencyRules(
                caps,
                root.get("cool_down_days").whole(0, 3650),
                root.get("days_between_campaigns").whole(0, 3650));
    }
}
