package org.yinhang.compliance.rules;

import org.yinhang.compliance.Strength;
import org.yinhang.lake.yaml.YamlNode;

/**
 * Where a rule comes from.
 *
 * @param text the law, notice or policy
 * @param strength how surely it is known
 */
public record RuleSource(String text, Strength strength) {

    static RuleSource of(YamlNode node) {
        YamlNode mark = node.get("strength");
        for (Strength strength : Strength.values()) {
            if (strength.mark().equals(mark.text())) {
                return new RuleSource(node.get("source").text(), strength);
            }
        }
        throw mark.wrong("'%s' is no strength.".formatted(mark.text()), "Use P, S or K.");
    }
}
