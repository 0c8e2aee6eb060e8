package org.yinhang.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinhang.core.policy.SampleTables.facts;
import static org.yinhang.core.policy.SampleTables.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Truth;
import org.yinhang.core.predicate.record.Verdict;

class DecisionTableTests {

    private static final TableRow YOUNG = row("young", "age < 18", "refuse");
    private static final TableRow POOR = row("poor", "income < 2500", "refuse");
    private static final TableRow OTHERS = row("others", "true", "pass");

    @Test
    void theFirstRowThatHoldsDecides() {
        TableEvaluator table = SampleTables.evaluator(HitPolicy.FIRST, YOUNG, POOR, OTHERS);
        assertThat(table.answer(facts(Map.of("age", Value.of(17L), "income", Value.of(100L)))))
                .isEqualTo(new TableAnswer(List.of(0), List.of()));
        assertThat(table.answer(facts(Map.of("age", Value.of(30L), "income", Value.of(300_000L)))))
                .isEqualTo(new TableAnswer(List.of(2), List.of()));
    }

    @Test
    void everyReasonIsKeptWhereAllRowsCount() {
        TableEvaluator table = SampleTables.evaluator(HitPolicy.ALL, YOUNG, POOR);
        assertThat(table.answer(facts(Map.of("age", Value.of(17L), "income", Value.of(100L)))))
                .isEqualTo(new TableAnswer(List.of(0, 1), List.of()));
    }

    @Test
    void aMissingIncomeLeavesTheAnswerUncertainAndSaysWhichRowAsked() {
        TableEvaluator table = SampleTables.evaluator(HitPolicy.FIRST, YOUNG, POOR, OTHERS);
        TableAnswer answer = table.answer(facts(Map.of("age", Value.of(30L))));
        assertThat(answer).isEqualTo(new TableAnswer(List.of(2), List.of(1)));
        assertThat(answer.isCertain()).isFalse();
        Verdict why = table.explain(1, facts(Map.of("age", Value.of(30L))));
        assertThat(why.truth()).isEqualTo(Truth.MISSING);
        assertThat(why.reasons())
                .extracting(r -> ExpressionText.of(r.condition()))
                .containsExactly("income < 2500");
    }

    @Test
    void whatIsMissingDoesNotMatterWhereTheAnswerIsTheSame() {
        TableEvaluator table = SampleTables.evaluator(HitPolicy.FIRST, POOR, YOUNG, OTHERS);
        assertThat(table.answer(facts(Map.of("age", Value.of(17L))))).isEqualTo(new TableAnswer(List.of(1), List.of()));
    }

    @Test
    void aRowSaysWhichConditionDecided() {
        TableEvaluator table = SampleTables.evaluator(
                HitPolicy.ALL, row("both", "mortgage and (age < 18 or income < 2500)", "refuse"));
        var customer = facts(Map.of("age", Value.of(40L), "income", Value.of(1L), "mortgage", Value.of(true)));
        Verdict why = table.explain(0, customer);
        assertThat(table.deciding(0, customer)).containsExactly("mortgage", "income < 2500");
        assertThat(why.reasons())
                .extracting(r -> ExpressionText.of(r.condition()))
                .containsExactly("mortgage", "income < 2500");
    }

    @Test
    void outcomesAreAmountsRatesAndFormulas() {
        DecisionTable limits = new DecisionTable(
                "limit",
                1,
                "额度",
                "Limit",
                HitPolicy.FIRST,
                List.of(
                        OutcomeColumn.of("limit", ValueType.MONEY, "额度", "Limit"),
                        OutcomeColumn.of("margin", ValueType.RATE, "加点", "Margin")),
                List.of(new TableRow(
                        "R1",
                        "income >= 5000",
                        Map.of("limit", "least(6 * income, 30万)", "margin", "-0.35%"),
                        "L1",
                        "按收入",
                        "By income")),
                Optional.empty(),
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                "test");
        TableEvaluator table =
                TableEvaluator.of(CompiledTable.compile(limits, SampleTables.CATALOGUE), SampleTables.DAY);
        var rich = facts(Map.of("income", Value.of(2_000_000L)));
        assertThat(table.outcome(0, "limit", rich)).isEqualTo(Value.of(12_000_000L));
        assertThat(table.outcome(0, "margin", rich)).isEqualTo(Value.of(-3_500L));
        assertThat(table.outcome(0, "limit", facts(Map.of()))).isEqualTo(Value.missing());
    }

    @Test
    void aTableThatAddsUpGivesTheSumOnlyWhereEveryRowCanBeJudged() {
        DecisionTable points = new DecisionTable(
                "points",
                1,
                "评分",
                "Points",
                HitPolicy.SCORE,
                List.of(OutcomeColumn.of("points", ValueType.INTEGER, "分", "Points")),
                List.of(
                        new TableRow("age", "age >= 30", Map.of("points", "20"), "P1", "年龄", "Age"),
                        new TableRow("income", "income >= 5000", Map.of("points", "30"), "P2", "收入", "Income")),
                Optional.empty(),
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                "test");
        TableEvaluator table =
                TableEvaluator.of(CompiledTable.compile(points, SampleTables.CATALOGUE), SampleTables.DAY);
        var whole = facts(Map.of("age", Value.of(40L), "income", Value.of(600_000L)));
        assertThat(table.total("points", table.answer(whole), whole)).isEqualTo(Value.of(50L));
        var part = facts(Map.of("age", Value.of(40L)));
        assertThat(table.total("points", table.answer(part), part)).isEqualTo(Value.missing());
    }

    @Test
    void everythingWrongWithATableIsSaidAtOnce() {
        TableRow faulty = new TableRow(
                "R1", "agee < 18 and income", Map.of("verdict", "maybe", "extra", "1"), "", "理由", "Reason");
        DecisionTable table = SampleTables.table(HitPolicy.FIRST, faulty, YOUNG, YOUNG);
        assertThatThrownBy(() -> CompiledTable.compile(table, SampleTables.CATALOGUE))
                .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.faults())
                        .extracting(Fault::code)
                        .containsExactlyInAnyOrder(
                                "POL-1004", "POL-1005", "POL-1005", "POL-1006", "POL-1008", "POL-1003"));
    }

    @Test
    void aTableHoldsFromItsFirstDayToTheDayBeforeItsEnd() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        DecisionTable table = SampleTables.table(HitPolicy.FIRST, OTHERS);
        assertThat(table.isInForce(first)).isTrue();
        assertThat(table.isInForce(first.minusDays(1))).isFalse();
    }
}
