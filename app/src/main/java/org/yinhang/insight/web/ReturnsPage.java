package org.yinhang.insight.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.yinhang.core.attribution.CreditRule;
import org.yinhang.core.unit.Money;
import org.yinhang.insight.ContactCosts;
import org.yinhang.lake.attribution.AttributionReport;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * What touches cost and brought, in the viewer's language.
 *
 * @param form what was asked
 * @param report the figures
 * @param finding the sentence that matters most
 * @param cost of all touches and of the benefits redeemed of them, yuan
 * @param benefits what those redeemed cost, yuan
 * @param costless touches of channels whose cost nobody knows
 * @param picture loans by value and rule
 * @param rows by value, most loans first
 * @param fixed the values the page is within, with the address without each
 */
public record ReturnsPage(
        ReturnsForm form,
        AttributionReport report,
        String finding,
        double cost,
        double benefits,
        long costless,
        Chart picture,
        List<ReturnsRow> rows,
        List<Fixed> fixed) {

    private static final int DRAWN = 10;
    private static final int SHOWN = 50;

    /** A value the page is within. */
    public record Fixed(String by, String name, String address) {}

    static ReturnsPage of(
            ReturnsForm form,
            AttributionReport report,
            Map<String, IncrementReport> increments,
            ContactCosts costs,
            ShownNames names) {
        List<ReturnsRow> rows = new ArrayList<>();
        double cost = 0;
        double benefits = 0;
        long costless = 0;
        for (AttributionReport.Row row : report.rows()) {
            cost += costs.of(row);
            benefits += row.benefits();
            costless += costs.unknown(row.touches());
            rows.add(new ReturnsRow(
                    row.value(),
                    names.of(form.by(), row.value()),
                    row.count(),
                    costs.of(row),
                    row.benefits(),
                    row.journeys(),
                    row.removal(),
                    row.credits(),
                    row.credit(form.rule()),
                    Optional.ofNullable(increments.get(row.value())).flatMap(ReturnsRow::added)));
        }
        rows.sort(Comparator.comparingDouble((ReturnsRow row) -> row.credit().loans())
                .reversed()
                .thenComparing(Comparator.comparingLong(ReturnsRow::touches).reversed())
                .thenComparing(ReturnsRow::value));
        List<Fixed> fixed = new ArrayList<>();
        new TreeMap<>(form.only())
                .forEach((by, value) -> fixed.add(new Fixed(
                        names.of(by), names.of(by, value), form.without(by).address("/insight/returns"))));
        return new ReturnsPage(
                form,
                report,
                finding(report, form, cost, names.page()),
                cost,
                benefits,
                costless,
                picture(rows, form, names),
                List.copyOf(rows),
                List.copyOf(fixed));
    }

    private static String finding(AttributionReport report, ReturnsForm form, double cost, PageFrame page) {
        double loans = report.total(form.rule()).loans();
        if (report.touches() == 0) {
            return page.t("insight.returns.nothing");
        }
        return loans == 0
                ? page.t("insight.returns.none", page.formats().count(report.touches()), money(cost, page))
                : page.t(
                        "insight.returns.finding",
                        page.formats().count(report.touches()),
                        money(cost, page),
                        decimal(loans),
                        money(cost / loans, page));
    }

    private static Chart picture(List<ReturnsRow> rows, ReturnsForm form, ShownNames names) {
        PageFrame page = names.page();
        List<ReturnsRow> drawn = rows.stream().limit(DRAWN).toList();
        List<Chart.Series> series = new ArrayList<>();
        for (CreditRule rule : CreditRule.values()) {
            series.add(series(page.t("insight.rule." + ReturnsForm.name(rule)), drawn, row -> row.credits()
                    .getOrDefault(rule, AttributionReport.Credit.NOTHING)
                    .loans()));
        }
        if (drawn.stream().anyMatch(row -> row.added().isPresent())) {
            series.add(series(page.t("insight.returns.added"), drawn, row -> row.added()
                    .map(ReturnsRow.Added::loans)
                    .orElse(Double.NaN)));
        }
        return new Chart(
                Chart.Kind.BARS,
                Chart.Size.USUAL,
                page.t("insight.returns.picture", names.of(form.by())),
                page.t("insight.returns.unit"),
                names.of(form.by()),
                drawn.stream().map(ReturnsRow::name).toList(),
                series,
                null);
    }

    private static Chart.Series series(String name, List<ReturnsRow> rows, ToDoubleFunction<ReturnsRow> value) {
        return Chart.Series.of(
                name,
                rows.stream()
                        .mapToDouble(value)
                        .map(one -> Math.round(one * 10) / 10.0)
                        .toArray());
    }

    /** The rows shown; the workbook has all. */
    public List<ReturnsRow> shown() {
        return rows.stream().limit(SHOWN).toList();
    }

    /** How many rows are not shown. */
    public int hidden() {
        return Math.max(0, rows.size() - SHOWN);
    }

    /** The credits of all rows by the rule chosen. */
    public AttributionReport.Credit total() {
        return report.total(form.rule());
    }

    /** Whether chance says anything of these rows. */
    public boolean isMeasured() {
        return rows.stream().anyMatch(row -> row.added().isPresent());
    }

    /** The address within a value. */
    public String within(ReturnsRow row) {
        return form.within(row.value()).address("/insight/returns");
    }

    /** Whether a value can be looked into: it has a code, and something is left to tell apart. */
    public boolean leadsOn(ReturnsRow row) {
        return !row.value().isEmpty() && form.only().size() + 1 < Breakdown.values().length;
    }

    /** The breakdowns that are not fixed. */
    public List<Breakdown> choices() {
        return Arrays.stream(Breakdown.values())
                .filter(by -> !form.only().containsKey(by))
                .toList();
    }

    /** An amount in the viewer's units; a dash where there is none. */
    public static String money(double yuan, PageFrame page) {
        return Double.isNaN(yuan) ? "–" : page.formats().money(Money.ofFen(Math.round(yuan * 100)));
    }

    /** A number with one decimal; a dash where there is none. */
    public static String decimal(double number) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%,.1f", number);
    }

    /** Loans added with their range. */
    public static String range(ReturnsRow.Added added) {
        return String.format(
                Locale.ROOT,
                "%,.0f [%,.0f, %,.0f]",
                added.loans(),
                added.range().low(),
                added.range().high());
    }
}
