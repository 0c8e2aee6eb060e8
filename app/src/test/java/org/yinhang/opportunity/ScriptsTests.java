package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinhang.compliance.lint.CopyLint;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.compliance.rules.RuleTexts;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;

class ScriptsTests {

    static List<String> shipped() {
        return Scripts.SHIPPED;
    }

    private static CallScript script(String code) {
        return CallScript.read(YamlNode.parse(Scripts.shipped(code), code));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedScriptHasFiveStepsAndPassesTheWordCheck(String code) {
        CallScript script = script(code);
        assertThat(script.needs()).isNotEmpty();
        assertThat(script.benefits()).isNotEmpty();
        assertThat(script.objections()).hasSize(Objection.values().length);
        CopyLint lint = new CopyLint(
                ContactRules.of(RuleTexts.shipped(), ZoneId.of("Asia/Shanghai")).words());
        assertThat(lint.check(script.whole("引航快贷"), "call", Optional.empty()).findings())
                .isEmpty();
    }

    @Test
    void theScriptOfTheReasonFitsBeforeTheGeneralOne() {
        assertThat(script("looked").fit("L101", Set.of("viewed-not-applied"))).isEqualTo(2);
        assertThat(script("looked").fit("L101", Set.of("referrer"))).isNegative();
        assertThat(script("unused").fit("L101", Set.of("granted-unused"))).isEqualTo(3);
        assertThat(script("unused").fit("L102", Set.of("granted-unused"))).isNegative();
        assertThat(script("general").fit("L102", Set.of())).isZero();
    }

    @Test
    void anObjectionNobodyKnowsIsRefused() {
        String text = Scripts.shipped("general").replace("rate-high:", "weather:");
        assertThatThrownBy(() -> CallScript.read(YamlNode.parse(text, "general")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("weather");
    }

    @Test
    void whatWasReachedIsNotTakenBack() {
        assertThat(NextStep.WEEK.stageAfter(OpportunityStage.NEW, CallOutcome.NOT_REACHED, Optional.empty()))
                .isEqualTo(OpportunityStage.CONTACTED);
        assertThat(NextStep.WEEK.stageAfter(OpportunityStage.NEW, CallOutcome.REACHED, Optional.of(Need.CAR)))
                .isEqualTo(OpportunityStage.INTERESTED);
        assertThat(NextStep.TOMORROW.stageAfter(OpportunityStage.APPOINTED, CallOutcome.NOT_REACHED, Optional.empty()))
                .isEqualTo(OpportunityStage.APPOINTED);
        assertThat(NextStep.APPLIED.stageAfter(OpportunityStage.NEW, CallOutcome.REACHED, Optional.empty()))
                .isEqualTo(OpportunityStage.APPLIED);
        assertThat(NextStep.GIVE_UP.stageAfter(OpportunityStage.APPOINTED, CallOutcome.REFUSED, Optional.empty()))
                .isEqualTo(OpportunityStage.LOST);
    }
}
