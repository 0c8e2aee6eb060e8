package org.yinhang.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.lake.attribution.KeyFigures;
import org.yinhang.lake.attribution.KeyFiguresReport;
import org.yinhang.lake.attribution.KeyFiguresRun.Span;
import org.yinhang.lake.attribution.OutcomesAsOf;
import tools.jackson.databind.json.JsonMapper;

/** Key figures for a terminal and for programs. */
final class DashboardText {

    private DashboardText() {}

    static String plain(KeyFiguresReport report, OutcomesAsOf outcomes) {
        Span now = report.settings().spans().get(Dashboard.NOW);
        Span before = report.settings().spans().get(Dashboard.BEFORE);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s – %s, in brackets 括号内为上期 %s – %s%n%-14s",
                now.from(),
                now.until().minusDays(1),
                before.from(),
                before.until().minusDays(1),
                "value"));
        for (Indicator one : Indicator.values()) {
            text.append(String.format(Locale.ROOT, " %24s", name(one)));
        }
        report.rows().forEach(row -> text.append(String.format("%n")).append(line(row.value(), row.spans())));
        return text.append(String.format("%n"))
                .append(line("all 合计", report.total()))
                .append(String.format("%n"))
                .append(String.format(
                        "outcomes known to 触达结果截至 %s; brought back 最近回流 %s",
                        outcomes.newest().map(LocalDate::toString).orElse("–"),
                        outcomes.returned().map(Instant::toString).orElse("–")))
                .toString();
    }

    private static String line(String value, List<KeyFigures> spans) {
        StringBuilder line = new StringBuilder(String.format("%-14s", value.isEmpty() ? "–" : value));
        for (Indicator one : Indicator.values()) {
            line.append(String.format(
                    " %24s",
                    "%s (%s)"
                            .formatted(shown(one, spans.get(Dashboard.NOW)), shown(one, spans.get(Dashboard.BEFORE)))));
        }
        return line.toString();
    }

    private static String shown(Indicator indicator, KeyFigures figures) {
        double value = indicator.of(figures);
        return Double.isNaN(value)
                ? "–"
                : indicator.kind() == Indicator.Kind.SHARE
                        ? String.format(Locale.ROOT, "%.2f%%", value * 100)
                        : String.format(Locale.ROOT, "%,.0f", value);
    }

    static String json(KeyFiguresReport report, OutcomesAsOf outcomes) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("period", span(report, Dashboard.NOW));
        all.put("before", span(report, Dashboard.BEFORE));
        all.put("total", both(report.total()));
        Map<String, Object> rows = new LinkedHashMap<>();
        report.rows().forEach(row -> rows.put(row.value(), both(row.spans())));
        all.put("rows", rows);
        Map<String, Object> months = new LinkedHashMap<>();
        List<KeyFigures> total = report.total();
        for (int i = Dashboard.FIRST_MONTH + 1; i < total.size(); i++) {
            months.put(report.settings().spans().get(i).from().toString(), figures(total.get(i)));
        }
        all.put("months", months);
        outcomes.newest().ifPresent(day -> all.put("outcomesKnownTo", day.toString()));
        outcomes.returned().ifPresent(at -> all.put("outcomesReturnedAt", at.toString()));
        return JsonMapper.builder().build().writeValueAsString(all);
    }

    private static Map<String, String> span(KeyFiguresReport report, int place) {
        Span span = report.settings().spans().get(place);
        return Map.of("from", span.from().toString(), "until", span.until().toString());
    }

    private static Map<String, Object> both(List<KeyFigures> spans) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("period", figures(spans.get(Dashboard.NOW)));
        both.put("before", figures(spans.get(Dashboard.BEFORE)));
        return both;
    }

    /** Numbers, yuan and fractions; what says nothing is left out. */
    private static Map<String, Double> figures(KeyFigures figures) {
        Map<String, Double> written = new LinkedHashMap<>();
        for (Indicator one : Indicator.values()) {
            double value = one.of(figures);
            if (!Double.isNaN(value)) {
                written.put(name(one), value);
            }
        }
        return written;
    }

    private static String name(Indicator indicator) {
        return indicator.name().toLowerCase(Locale.ROOT);
    }
}
