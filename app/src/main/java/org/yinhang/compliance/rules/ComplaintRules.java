package org.yinhang.compliance.rules;

import org.yinhang.lake.yaml.YamlNode;

/**
 * How soon complaints are talked about and decided, counted from their intake.
 *
 * @param seriousTalkHours hours until the customer of a serious one hears from the bank
 * @param talkHours hours until any other customer does
 * @param decideDays days until the decision
 * @param extendedDays the most days after an extension by whoever owns it
 * @param longestDays the most days after an extension by compliance
 * @param source where the rule comes from
 */
public record ComplaintRules(
        int seriousTalkHours, int talkHours, int decideDays, int extendedDays, int longestDays, RuleSource source) {

    private static final int MOST_HOURS = 24 * 60;
    private static final int MOST_DAYS = 366;

    /** Reads a text that was checked. */
    public static ComplaintRules of(RuleTexts texts) {
        return of(texts.node(RuleKind.COMPLAINTS));
    }

    static ComplaintRules of(YamlNode root) {
        root.only("talk_hours", "decide_days", "extended_days", "longest_days", "source", "strength");
        YamlNode talk = root.get("talk_hours").only("serious", "ordinary");
        int decide = root.get("decide_days").whole(1, MOST_DAYS);
        int extended = root.get("extended_days").whole(decide, MOST_DAYS);
        return new ComplaintRules(
                talk.get("serious").whole(1, MOST_HOURS),
                talk.get("ordinary").whole(1, MOST_HOURS),
                decide,
                extended,
                root.get("longest_days").whole(extended, MOST_DAYS),
                RuleSource.of(root));
    }
}
