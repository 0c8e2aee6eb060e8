package org.yinhang.compliance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws by which answers are weighed. */
class ConsentAnswerPropertyTests {

    private static final ConsentScope QUESTION = ConsentScope.of(ConsentScope.MARKETING, "sms");

    @Property
    void aLaterRefusalThatCoversTheQuestionAlwaysHolds(
            @ForAll("answers") List<ConsentAnswer> answers, @ForAll("scopes") ConsentScope scope) {
        List<ConsentAnswer> more = new ArrayList<>(answers);
        more.add(new ConsentAnswer(scope, false, 100));
        if (scope.covers(QUESTION)) {
            assertThat(ConsentAnswer.to(QUESTION, more)).isEqualTo(Known.NO);
        } else {
            assertThat(ConsentAnswer.to(QUESTION, more)).isEqualTo(ConsentAnswer.to(QUESTION, answers));
        }
    }

    @Property
    void theOrderOfAnswersNeverMatters(@ForAll("answers") List<ConsentAnswer> answers, @ForAll long seed) {
        List<ConsentAnswer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(ConsentAnswer.to(QUESTION, shuffled)).isEqualTo(ConsentAnswer.to(QUESTION, answers));
        assertThat(ConsentAnswer.isRefused(ConsentScope.MARKETING, shuffled))
                .isEqualTo(ConsentAnswer.isRefused(ConsentScope.MARKETING, answers));
    }

    @Property
    void withoutAYesNothingIsAgreedTo(@ForAll("answers") List<ConsentAnswer> answers) {
        List<ConsentAnswer> refusals =
                answers.stream().filter(answer -> !answer.granted()).toList();
        assertThat(ConsentAnswer.to(QUESTION, refusals)).isEqualTo(Known.NO);
        assertThat(ConsentAnswer.anywhere(QUESTION, refusals)).isEqualTo(Known.NO);
    }

    @Property
    void agreeingThroughAChannelIsAgreeingSomewhere(@ForAll("answers") List<ConsentAnswer> answers) {
        if (ConsentAnswer.to(QUESTION, answers) == Known.YES) {
            assertThat(ConsentAnswer.anywhere(QUESTION, answers)).isEqualTo(Known.YES);
        }
    }

    @Property
    void aGeneralYesNeverNamesBureauData(@ForAll("answers") List<ConsentAnswer> answers) {
        ConsentScope bureau = new ConsentScope(ConsentScope.MARKETING, ConsentScope.BUREAU_DATA, "", "sms");
        List<ConsentAnswer> general = answers.stream()
                .filter(answer -> answer.scope().dataClass().equals(ConsentScope.ANY))
                .toList();
        assertThat(ConsentAnswer.naming(bureau, general)).isEqualTo(Known.NO);
    }

    @Provide
    Arbitrary<ConsentScope> scopes() {
        return Combinators.combine(
                        Arbitraries.of(ConsentScope.MARKETING, ConsentScope.SHARING),
                        Arbitraries.of(ConsentScope.ANY, ConsentScope.SENSITIVE, ConsentScope.BUREAU_DATA),
                        Arbitraries.of("", "dealer"),
                        Arbitraries.of(ConsentScope.ANY, "sms", "call"))
                .as(ConsentScope::new);
    }

    @Provide
    Arbitrary<List<ConsentAnswer>> answers() {
        return Combinators.combine(
                        scopes(),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(0, 6))
                .as(ConsentAnswer::new)
                .list()
                .ofMaxSize(8);
    }
}
