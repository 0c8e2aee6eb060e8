package org.yinhang.compliance.rules;

import java.util.EnumMap;
import java.util.Map;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;

/**
 * The texts of every rule set in force at one time.
 *
 * @param texts YAML by kind
 * @param versions the number of each, 0 for what ships
 */
public record RuleTexts(Map<RuleKind, String> texts, Map<RuleKind, Integer> versions) {

    public RuleTexts {
        texts = Map.copyOf(texts);
        versions = Map.copyOf(versions);
    }

    /** What ships. */
    public static RuleTexts shipped() {
        Map<RuleKind, String> texts = new EnumMap<>(RuleKind.class);
        Map<RuleKind, Integer> versions = new EnumMap<>(RuleKind.class);
        for (RuleKind kind : RuleKind.values()) {
            texts.put(kind, kind.shipped());
            versions.put(kind, 0);
        }
        return new RuleTexts(texts, versions);
    }

    /** The same with another text of one kind. */
    public RuleTexts with(RuleKind kind, int version, String text) {
        Map<RuleKind, String> others = new EnumMap<>(texts);
        Map<RuleKind, Integer> numbers = new EnumMap<>(versions);
        others.put(kind, text);
        numbers.put(kind, version);
        return new RuleTexts(others, numbers);
    }

    /**
     * Reads a text without putting it in force.
     *
     * @throws FaultException with what is wrong, and its line
     */
    public static void check(RuleKind kind, String text) {
        YamlNode root = YamlNode.parse(text, kind.key() + ".yaml");
        switch (kind) {
            case HOURS -> ContactHours.of(root);
            case FREQUENCY -> FrequencyRules.of(root);
            case CALENDAR -> HolidayCalendar.of(root);
            case WORDS -> WordRules.of(root, "");
            case SENDERS -> SenderRegister.of(root);
            case STAFF -> StaffRules.of(root);
            case COMPLAINTS -> ComplaintRules.of(root);
        }
    }

    YamlNode node(RuleKind kind) {
        return YamlNode.parse(texts.getOrDefault(kind, ""), kind.key() + ".yaml");
    }

    int version(RuleKind kind) {
        return versions.getOrDefault(kind, 0);
    }
}
