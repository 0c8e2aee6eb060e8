package org.yinhang.insight.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.core.attribution.CreditRule;
import org.yinhang.core.experiment.Range;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.attribution.AttributionReport.Credit;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.Outcome;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;

/**
 * What one value of a breakdown cost and brought.
 *
 * @param value its code; empty where the bank does not know it
 * @param name what it is called
 * @param touches how many
 * @param cost of them and of the benefits redeemed of them, yuan
 * @param benefits what those redeemed cost, yuan
 * @param journeys in which it was met
 * @param removal the share of all loans after a touch that would be lost without it, as journeys go
 * @param credits by rule
 * @param credit by the rule chosen
 * @param added loans it truly added, where chance says
 */
public record ReturnsRow(
        String value,
        String name,
        long touches,
        double cost,
        double benefits,
        long journeys,
        double removal,
        Map<CreditRule, Credit> credits,
        Credit credit,
        Optional<Added> added) {

    private static final double ALPHA = 0.05;

    public ReturnsRow {
        credits = Map.copyOf(credits);
    }

    /**
     * Loans truly added by the contacts chance assigned.
     *
     * @param loans more than without
     * @param range where that lies with a confidence of 95 %
     * @param contacted customers it is about
     */
    public record Added(double loans, Range range, long contacted) {}

    /** What the random assignments say; empty where they are not as planned, too young or too few. */
    static Optional<Added> added(IncrementReport report) {
        if (report.ratio().isAlarm()) {
            return Optional.empty();
        }
        return report.increments().stream()
                .filter(one -> one.outcome() == Outcome.LOAN && one.contacted() > 0 && !one.isRare())
                .findFirst()
                .map(one -> new Added(one.total(), one.totalRange(ALPHA), one.contacted()));
    }

    /** Yuan spent for a loan credited; not-a-number where none is. */
    public double aLoan() {
        return credit.loans() > 0 ? cost / credit.loans() : Double.NaN;
    }

    /** Yuan of margin for a yuan spent; not-a-number where nothing was. */
    public double aYuan() {
        return cost > 0 ? credit.margin() / cost : Double.NaN;
    }

    static ListDefinition<ReturnsRow> list() {
        return ListDefinition.of(
                "insight-returns",
                List.of(
                        Column.<ReturnsRow>of("value", "insight.returns.code", row -> new Cell.Code(row.value)),
                        Column.<ReturnsRow>of("name", "insight.returns.value", row -> new Cell.Words(row.name)),
                        Column.<ReturnsRow>number(
                                "touches", "insight.returns.touches", row -> new Cell.Count(row.touches)),
                        Column.<ReturnsRow>number("cost", "insight.returns.cost", row -> yuan(row.cost)),
                        Column.<ReturnsRow>number("benefits", "insight.returns.benefits", row -> yuan(row.benefits)),
                        Column.<ReturnsRow>number(
                                "journeys", "insight.returns.journeys", row -> new Cell.Count(row.journeys)),
                        Column.<ReturnsRow>number("last", "insight.rule.last", row -> loans(row, CreditRule.LAST)),
                        Column.<ReturnsRow>number(
                                "position", "insight.rule.position", row -> loans(row, CreditRule.POSITION)),
                        Column.<ReturnsRow>number(
                                "data", "insight.rule.data-driven", row -> loans(row, CreditRule.DATA_DRIVEN)),
                        Column.<ReturnsRow>number(
                                "principal", "insight.returns.principal", row -> yuan(row.credit.principal())),
                        Column.<ReturnsRow>number("margin", "insight.returns.margin", row -> yuan(row.credit.margin())),
                        Column.<ReturnsRow>number("a-loan", "insight.returns.a-loan", row -> yuan(row.aLoan())),
                        Column.<ReturnsRow>number(
                                "removal", "insight.returns.removal", row -> new Cell.Share(row.removal)),
                        Column.<ReturnsRow>of("added", "insight.returns.added", row -> row.added
                                .<Cell>map(one -> new Cell.Words(ReturnsPage.range(one)))
                                .orElse(new Cell.Nothing()))),
                List.of(),
                false);
    }

    private static Cell yuan(double amount) {
        return Double.isNaN(amount) ? new Cell.Nothing() : new Cell.Amount(Money.ofFen(Math.round(amount * 100)));
    }

    private static Cell loans(ReturnsRow row, CreditRule rule) {
        return new Cell.Words(ReturnsPage.decimal(
                row.credits.getOrDefault(rule, Credit.NOTHING).loans()));
    }
}
