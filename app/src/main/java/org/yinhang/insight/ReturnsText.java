package org.yinhang.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.core.attribution.CreditRule;
import org.yinhang.lake.attribution.AttributionReport;
import org.yinhang.lake.attribution.Lateness;
import org.yinhang.lake.attribution.VintageReport;
import tools.jackson.databind.json.JsonMapper;

/** What touches cost and brought, and how loans aged, for a terminal and for programs. */
final class ReturnsText {

    private static final int[] SHOWN_MONTHS = {3, 6, 9, 12};

    private ReturnsText() {}

    static String plain(AttributionReport report, ContactCosts costs) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "journeys 旅程 %,d of %s to %s, %d days each; touches 触达 %,d; loans after a touch 触达后贷款 %,d; without 自来 %,d%n",
                report.journeys(),
                report.settings().from(),
                report.settings().until().minusDays(1),
                report.settings().windowDays(),
                report.touches(),
                report.goals(),
                report.ownLoans()));
        text.append(String.format(
                Locale.ROOT,
                "%-14s %10s %12s %10s %10s %10s %12s %12s %8s %10s%n",
                "value",
                "touches",
                "cost ¥",
                "benefits",
                "last",
                "position",
                "data-driven",
                "¥ a loan",
                "removal",
                "margin/¥"));
        report.rows().stream()
                .sorted(Comparator.comparingDouble((AttributionReport.Row row) ->
                                row.credit(CreditRule.DATA_DRIVEN).loans())
                        .reversed()
                        .thenComparing(AttributionReport.Row::value))
                .forEach(row -> text.append(row(row, costs.of(row))));
        return text.toString().stripTrailing();
    }

    private static String row(AttributionReport.Row row, double cost) {
        AttributionReport.Credit credit = row.credit(CreditRule.DATA_DRIVEN);
        return String.format(
                Locale.ROOT,
                "%-14s %,10d %,12.0f %,10.0f %,10.1f %,10.1f %,12.1f %12s %7.1f%% %10s%n",
                row.value().isEmpty() ? "–" : row.value(),
                row.count(),
                cost,
                row.benefits(),
                row.credit(CreditRule.LAST).loans(),
                row.credit(CreditRule.POSITION).loans(),
                credit.loans(),
                credit.loans() > 0 ? String.format(Locale.ROOT, "%,.1f", cost / credit.loans()) : "–",
                100 * row.removal(),
                cost > 0 ? String.format(Locale.ROOT, "%,.1f", credit.margin() / cost) : "–");
    }

    static String json(AttributionReport report, ContactCosts costs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AttributionReport.Row row : report.rows()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("value", row.value());
            one.put("touches", row.count());
            one.put("cost", costs.of(row));
            one.put("benefits", row.benefits());
            one.put("journeys", row.journeys());
            one.put("removal", row.removal());
            for (CreditRule rule : CreditRule.values()) {
                one.put(rule.name().toLowerCase(Locale.ROOT), row.credit(rule));
            }
            rows.add(one);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("from", report.settings().from().toString());
        all.put("until", report.settings().until().toString());
        all.put("windowDays", report.settings().windowDays());
        all.put("journeys", report.journeys());
        all.put("loans", report.goals());
        all.put("ownLoans", report.ownLoans());
        all.put("rows", rows);
        return JsonMapper.builder().build().writeValueAsString(all);
    }

    static String plain(VintageReport report) {
        Lateness lateness = report.settings().lateness();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "ever %d days past due 曾逾期%d天以上, of loans paid out 放款 %s to %s%n%-14s %9s %14s",
                lateness.days(),
                lateness.days(),
                report.settings().from(),
                report.settings().until().minusDays(1),
                "value",
                "loans",
                "principal ¥"));
        for (int month : SHOWN_MONTHS) {
            text.append(String.format(Locale.ROOT, " %16s", "month " + month));
        }
        for (VintageReport.Curve curve : report.curves()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-14s %,9d %,14.0f",
                    curve.value().isEmpty() ? "–" : curve.value(),
                    curve.loans(),
                    curve.principal()));
            for (int month : SHOWN_MONTHS) {
                text.append(String.format(Locale.ROOT, " %16s", share(curve, month)));
            }
        }
        return text.toString();
    }

    private static String share(VintageReport.Curve curve, int month) {
        return Double.isNaN(curve.share(month))
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.2f%% of %,d",
                        100 * curve.share(month),
                        curve.observed().get(month - 1));
    }

    static String json(VintageReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("days", report.settings().lateness().days());
        all.put("from", report.settings().from().toString());
        all.put("until", report.settings().until().toString());
        all.put("curves", report.curves());
        return JsonMapper.builder().build().writeValueAsString(all);
    }
}
