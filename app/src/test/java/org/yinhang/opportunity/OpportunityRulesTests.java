package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;

class OpportunityRulesTests {

    @Test
    void everyShippedRuleSaysWhyInBothLanguagesAndLeadsToAProduct() {
        assertThat(OpportunityRules.SHIPPED.rules()).hasSizeGreaterThan(5).allSatisfy(rule -> {
            assertThat(rule.zh()).isNotBlank();
            assertThat(rule.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(rule.products()).isNotEmpty();
        });
    }

    @Test
    void aRuleWithAnUnknownKeyIsRefusedWithItsLine() {
        assertThatThrownBy(() -> OpportunityRules.read(YamlNode.parse("""
                        version: 1
                        rules:
                          idle: {zh: 闲, en: idle, when: 'true', products: [L101], expires: 3, clock: 4, again: 5, colour: red}
                        """, "rules.yaml")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreRefused() {
        assertThatThrownBy(() -> WorkSettings.read(YamlNode.parse("""
                        version: 1
                        capacity: {account_manager: 3}
                        online: []
                        calls_a_day: 5
                        most_calls_a_day: 9
                        good_hours: ["14:00-12:00"]
                        """, "settings.yaml")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("14:00-12:00");
    }
}
