package org.yinhang.insight.web;

import java.util.List;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.attribution.VintageReport;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;

/**
 * A line of the workbook of vintages: one value at one month on book.
 *
 * @param name what the value is called
 * @param curve its loans
 * @param month on book, from 1
 */
record VintageRow(String name, VintageReport.Curve curve, int month) {

    static ListDefinition<VintageRow> list() {
        return ListDefinition.of(
                "insight-vintage",
                List.of(
                        Column.<VintageRow>of("value", "insight.returns.value", row -> new Cell.Words(row.name)),
                        Column.<VintageRow>number(
                                "loans", "insight.vintage.loans", row -> new Cell.Count(row.curve.loans())),
                        Column.<VintageRow>number(
                                "principal",
                                "insight.returns.principal",
                                row -> new Cell.Amount(Money.ofFen(Math.round(row.curve.principal() * 100)))),
                        Column.<VintageRow>number("month", "insight.vintage.month", row -> new Cell.Count(row.month)),
                        Column.<VintageRow>number(
                                "observed",
                                "insight.vintage.observed",
                                row -> new Cell.Count(row.curve.observed().get(row.month - 1))),
                        Column.<VintageRow>number(
                                "late",
                                "insight.vintage.late",
                                row -> new Cell.Count(row.curve.late().get(row.month - 1))),
                        Column.<VintageRow>number(
                                "share", "insight.vintage.share", row -> new Cell.Share(row.curve.share(row.month)))),
                List.of(),
                false);
    }
}
