package org.yinhang.product.suitability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.unit.Money;
import org.yinhang.product.suitability.Questionnaire.Choice;
import org.yinhang.product.suitability.Questionnaire.Question;
import org.yinhang.product.suitability.SuitabilityRecord.Standing;

class QuestionnaireTests {

    private static final Questionnaire QUESTIONS = Questionnaire.bundled();

    private static Map<String, String> answers(boolean best) {
        Map<String, String> answers = new HashMap<>();
        QUESTIONS.questions().forEach(question -> {
            List<Choice> choices = question.choices();
            answers.put(question.id(), (best ? choices.getLast() : choices.getFirst()).id());
        });
        return answers;
    }

    @Test
    void theBestAnswersReachTheHighestGradeAndTheWorstTheLowest() {
        assertThat(QUESTIONS.grade(answers(true)).grade()).isEqualTo(CustomerGrade.C5);
        assertThat(QUESTIONS.grade(answers(false)).grade()).isEqualTo(CustomerGrade.C1);
    }

    @Test
    void whoCouldNotPayMoreIsConservativeWhateverThePoints() {
        Map<String, String> answers = answers(true);
        answers.put("rise", "cannot");
        assertThat(QUESTIONS.grade(answers).grade()).isEqualTo(CustomerGrade.C1);
    }

    @Test
    void everyQuestionLeftOpenIsTold() {
        Map<String, String> answers = answers(true);
        answers.remove("income");
        answers.put("burden", "perhaps");
        assertThatThrownBy(() -> QUESTIONS.grade(answers))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults()).extracting(Fault::code).containsExactly("PRD-5001", "PRD-5002"));
    }

    @Property(tries = 300)
    void aBetterAnswerNeverLowersTheGrade(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> answers = new HashMap<>();
        for (Question question : QUESTIONS.questions()) {
            answers.put(
                    question.id(),
                    question.choices()
                            .get(random.nextInt(question.choices().size()))
                            .id());
        }
        Question changed =
                QUESTIONS.questions().get(random.nextInt(QUESTIONS.questions().size()));
        CustomerGrade last = CustomerGrade.C1;
        for (Choice choice : changed.choices()) {
            answers.put(changed.id(), choice.id());
            CustomerGrade grade = QUESTIONS.grade(answers).grade();
            assertThat(grade).isGreaterThanOrEqualTo(last);
            last = grade;
        }
    }

    @Test
    void answersStandUntilTheyAreOldOrCircumstancesChange() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        SuitabilityRecord taken = new SuitabilityRecord(
                1,
                CustomerGrade.C2,
                9,
                "",
                "2026-1",
                Instant.EPOCH,
                day,
                day.plusYears(1),
                Optional.of(Money.ofYuan(10_000)),
                "manager");
        assertThat(taken.standing(day, "2026-1", Optional.of(Money.ofYuan(13_000))))
                .isEqualTo(Standing.VALID);
        assertThat(taken.standing(day, "2026-1", Optional.of(Money.ofYuan(13_001))))
                .isEqualTo(Standing.CIRCUMSTANCES_CHANGED);
        assertThat(taken.standing(day, "2026-1", Optional.empty())).isEqualTo(Standing.VALID);
        assertThat(taken.standing(day, "2026-2", Optional.empty())).isEqualTo(Standing.OTHER_VERSION);
        assertThat(taken.standing(day.plusYears(1), "2026-1", Optional.empty())).isEqualTo(Standing.EXPIRED);
    }
}
