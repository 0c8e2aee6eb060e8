package org.yinhang.core.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinhang.core.policy.SampleTables.DAY;
import static org.yinhang.core.policy.SampleTables.compiled;
import static org.yinhang.core.policy.SampleTables.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinhang.core.policy.HitPolicy;
import org.yinhang.core.policy.TableRow;

class TableAnalysisTests {

    private static TableAnalysis analyse(HitPolicy hit, TableRow... rows) {
        return TableAnalysis.of(compiled(hit, rows), DAY);
    }

    private static List<Finding> errors(TableAnalysis analysis) {
        return analysis.findings().stream()
                .filter(finding -> finding.isError() && !(finding instanceof Finding.Unjudged))
                .toList();
    }

    @Test
    void aGapIsACustomerNoRowHoldsFor() {
        TableAnalysis analysis =
                analyse(HitPolicy.FIRST, row("A", "age < 22", "refuse"), row("B", "age > 22 and age <= 60", "pass"));
        assertThat(errors(analysis)).singleElement().isInstanceOfSatisfying(Finding.Gap.class, gap -> assertThat(
                        gap.example().toString())
                .isEqualTo("age = 22"));
        assertThat(analysis.isExact()).isTrue();
    }

    @Test
    void aTableThatCoversEveryKnownCustomerHasNoGap() {
        TableAnalysis analysis = analyse(
                HitPolicy.FIRST,
                row("A", "age < 22 or income < 2500", "refuse"),
                row("B", "age between 22 and 60 and income >= 2500", "pass"),
                row("C", "age > 60 and income >= 2500", "refuse"));
        assertThat(errors(analysis)).isEmpty();
    }

    @Test
    void aRowBehindOthersThatLeaveItNothingIsUnreachable() {
        TableAnalysis analysis = analyse(
                HitPolicy.FIRST,
                row("A", "age < 30", "refuse"),
                row("B", "age >= 30 or age is null", "pass"),
                row("C", "income > 2500", "refuse"));
        assertThat(errors(analysis)).containsExactly(new Finding.Unreachable("C"));
    }

    @Test
    void aRowNobodyCanMeetIsImpossible() {
        assertThat(errors(analyse(
                        HitPolicy.ALL, row("A", "age < 18 and age > 60", "refuse"), row("B", "mortgage", "refuse"))))
                .containsExactly(new Finding.Impossible("A"));
    }

    @Test
    void twoRowsThatCountTogetherAndDisagreeAreAContradiction() {
        assertThat(errors(analyse(
                        HitPolicy.ALL,
                        row("A", "age < 22", "refuse"),
                        row("B", "stability = 'stable'", "pass"),
                        row("C", "age > 60", "refuse"))))
                .extracting(finding ->
                        finding instanceof Finding.Contradiction c ? c.first() + c.second() + " " + c.example() : "")
                .containsExactly("AB age = 21, stability = 'stable'", "BC age = 61, stability = 'stable'");
    }

    @Test
    void theOrderOfAFirstHitTableIsTold() {
        TableAnalysis analysis = analyse(
                HitPolicy.FIRST,
                row("A", "score < 0.02", "pass"),
                row("B", "score < 0.05", "refuse"),
                row("C", "true", "refuse"));
        assertThat(analysis.findings())
                .filteredOn(Finding.Overlap.class::isInstance)
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("first=A, second=B");
    }

    @Test
    void whatBecomesOfAMissingIncomeIsAsked() {
        TableAnalysis analysis = analyse(HitPolicy.ALL, row("A", "age < 22 and income < 2500", "refuse"));
        assertThat(analysis.findings())
                .extracting(finding ->
                        finding instanceof Finding.Unjudged u ? u.row() + " " + u.example() : finding.toString())
                .containsExactly("A age = null, income = 2499", "A age = 21, income = null");
        assertThat(analysis.hasErrors()).isTrue();
    }

    @Test
    void aRowThatAsksForMissingValuesAnswersForThem() {
        TableAnalysis analysis = analyse(
                HitPolicy.FIRST,
                row("A", "income is null", "refuse"),
                row("B", "income < 2500", "refuse"),
                row("C", "true", "pass"));
        assertThat(analysis.findings()).noneMatch(Finding::isError);
    }

    @Test
    void aConstantInThePlaceOfWhatIsMissingAnswersForIt() {
        TableAnalysis analysis = analyse(
                HitPolicy.ALL,
                row("A", "coalesce(mortgage, false)", "refuse"),
                row("B", "coalesce(income, 0) > 2500", "refuse"));
        assertThat(analysis.findings()).isEmpty();
    }

    @Test
    void fieldsInSeveralExpressionsMakeTheAnalysisInexact() {
        TableAnalysis analysis =
                analyse(HitPolicy.ALL, row("A", "income * 6 > 30万", "pass"), row("B", "income < 2500", "refuse"));
        assertThat(analysis.isExact()).isFalse();
        assertThat(analysis.assumed()).hasSize(1);
    }

    @Test
    void aChangedRowShowsWhomItGainsAndLoses() {
        List<TableChange> changes = TableChange.between(
                compiled(HitPolicy.FIRST, row("A", "age < 22", "refuse"), row("B", "true", "pass")),
                compiled(HitPolicy.FIRST, row("A", "age < 20 or age > 60", "refuse"), row("N", "true", "pass")),
                DAY);
        assertThat(changes).hasSize(3);
        TableChange changed = changes.getFirst();
        assertThat(changed.gained().map(Example::toString)).hasValue("age = 61");
        assertThat(changed.lost().map(Example::toString)).hasValue("age = 20");
        assertThat(changes.get(1).before()).isEmpty();
        assertThat(changes.get(2).after()).isEmpty();
    }
}
