package org.yinhang.insight.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.yinhang.access.Branch;
import org.yinhang.insight.Dashboard;
import org.yinhang.insight.Indicator;
import org.yinhang.insight.ReturnsPeriod;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.lake.attribution.KeyFigures;
import org.yinhang.lake.attribution.KeyFiguresReport;
import org.yinhang.lake.attribution.KeyFiguresRun.Span;
import org.yinhang.lake.attribution.OutcomesAsOf;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * The key figures of retail credit in the viewer's language.
 *
 * @param form what was asked
 * @param before the period it is held against
 * @param shortcuts periods that are one click away
 * @param outcomes how new what came of contacts is
 * @param scope whose customers count
 * @param total all together
 * @param rows by value, most of the figure drawn first; months latest first
 * @param trend the figure drawn over the last months
 * @param way from the viewer's own branch to where they stand
 * @param fixed the values the page is within, with the address without each
 */
public record DashboardPage(
        DashboardForm form,
        ReturnsPeriod before,
        List<DashboardForm.Shortcut> shortcuts,
        OutcomesAsOf outcomes,
        String scope,
        DashboardRow total,
        List<DashboardRow> rows,
        Chart trend,
        List<Fixed> way,
        List<Fixed> fixed) {

    private static final int DRAWN = 10;
    private static final int SHOWN = 50;
    private static final double WAN = 10_000;
    private static final double THOUSAND = 1_000;

    /** Something the page is within. */
    public record Fixed(String name, String address) {}

    static DashboardPage of(
            DashboardForm form,
            KeyFiguresReport report,
            OutcomesAsOf outcomes,
            BranchView branches,
            LocalDate last,
            ShownNames names) {
        PageFrame page = names.page();
        boolean isChinese = page.texts().isChinese();
        List<KeyFigures> total = report.total();
        List<Fixed> way = new ArrayList<>();
        List<Branch> above = branches.way();
        for (Branch branch : above.subList(0, above.size() - 1)) {
            way.add(new Fixed(
                    branches.name(branch.code(), isChinese),
                    form.at(branch.code()).address(DashboardForm.PATH)));
        }
        List<Fixed> fixed = new ArrayList<>();
        new TreeMap<>(form.only())
                .forEach((by, value) -> fixed.add(new Fixed(
                        names.of(by) + " " + names.of(by, value),
                        form.without(by).address(DashboardForm.PATH))));
        return new DashboardPage(
                form,
                form.period().before(),
                form.shortcuts(last),
                outcomes,
                branches.name(branches.here().code(), isChinese),
                new DashboardRow(
                        "",
                        page.t("insight.dashboard.total"),
                        total.get(Dashboard.NOW),
                        total.get(Dashboard.BEFORE),
                        ""),
                rows(form, report, branches, names),
                trend(form, report, total, page),
                way,
                fixed);
    }

    private static List<DashboardRow> rows(
            DashboardForm form, KeyFiguresReport report, BranchView branches, ShownNames names) {
        List<DashboardRow> rows = new ArrayList<>();
        if (form.look() == DashboardForm.Look.MONTH) {
            return months(form, report);
        }
        if (form.look() == DashboardForm.Look.BRANCH) {
            branches.below(report)
                    .forEach((code, spans) -> rows.add(row(
                            code,
                            code.isEmpty()
                                    ? names.of(Breakdown.BRANCH, code)
                                    : branches.name(code, names.page().texts().isChinese()),
                            spans,
                            branches.leadsOn(code) ? form.at(code) : form)));
        } else {
            for (KeyFiguresReport.Row row : report.rows()) {
                rows.add(row(
                        row.value(),
                        row.value().isEmpty()
                                ? own(form, names)
                                : names.of(form.look().breakdown(), row.value()),
                        row.spans(),
                        row.value().isEmpty() ? form : form.within(row.value())));
            }
        }
        return rows.stream()
                .filter(row -> Arrays.stream(Indicator.values())
                        .anyMatch(one -> !isNothing(one.of(row.now())) || !isNothing(one.of(row.before()))))
                .sorted(Comparator.comparingDouble((DashboardRow row) ->
                                -Math.max(0, nothingAsZero(form.indicator().of(row.now()))))
                        .thenComparing(DashboardRow::value))
                .map(row -> row.address().equals(form.address(DashboardForm.PATH))
                        ? new DashboardRow(row.value(), row.name(), row.now(), row.before(), "")
                        : row)
                .toList();
    }

    private static DashboardRow row(String code, String name, List<KeyFigures> spans, DashboardForm inside) {
        return new DashboardRow(
                code, name, spans.get(Dashboard.NOW), spans.get(Dashboard.BEFORE), inside.address(DashboardForm.PATH));
    }

    private static String own(DashboardForm form, ShownNames names) {
        return form.look() == DashboardForm.Look.PRODUCT
                ? names.of(Breakdown.PRODUCT, "")
                : names.page().t("insight.dashboard.own." + ReturnsForm.name(form.look()));
    }

    private static List<DashboardRow> months(DashboardForm form, KeyFiguresReport report) {
        List<KeyFigures> total = report.total();
        List<Span> spans = report.settings().spans();
        List<DashboardRow> rows = new ArrayList<>();
        for (int i = total.size() - 1; i > Dashboard.FIRST_MONTH; i--) {
            Span month = spans.get(i);
            DashboardForm inside = form.over(month.from(), month.until().minusDays(1));
            DashboardForm next = new DashboardForm(
                    inside.from(), inside.to(), form.looks().getFirst(), form.indicator(), form.branch(), form.only());
            rows.add(new DashboardRow(
                    month(month), month(month), total.get(i), total.get(i - 1), next.address(DashboardForm.PATH)));
        }
        return rows;
    }

    private static String month(Span span) {
        return span.from().toString().substring(0, "2026-06".length());
    }

    private static Chart trend(DashboardForm form, KeyFiguresReport report, List<KeyFigures> total, PageFrame page) {
        Indicator indicator = form.indicator();
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = Dashboard.FIRST_MONTH + 1; i < total.size(); i++) {
            labels.add(month(report.settings().spans().get(i)));
            values.add(scaled(indicator, indicator.of(total.get(i)), page));
        }
        return new Chart(
                indicator.kind() == Indicator.Kind.SHARE ? Chart.Kind.LINES : Chart.Kind.BARS,
                Chart.Size.USUAL,
                page.t("insight.dashboard.trend", name(indicator, page)),
                unit(indicator, page),
                page.t("insight.look.month"),
                labels,
                List.of(new Chart.Series(name(indicator, page), values)),
                null);
    }

    /** The figure drawn by value, beside the period before. */
    public Chart comparison(PageFrame page) {
        List<DashboardRow> drawn = rows.stream().limit(DRAWN).toList();
        return new Chart(
                Chart.Kind.ROWS,
                drawn.size() > 5 ? Chart.Size.TALL : Chart.Size.USUAL,
                page.t("insight.dashboard.by", name(form.indicator(), page), lookName(page)),
                unit(form.indicator(), page),
                lookName(page),
                drawn.stream().map(DashboardRow::name).toList(),
                List.of(
                        series(page.t("insight.dashboard.now"), drawn, DashboardRow::now, page),
                        series(page.t("insight.dashboard.before"), drawn, DashboardRow::before, page)),
                null);
    }

    private Chart.Series series(
            String name, List<DashboardRow> drawn, Function<DashboardRow, KeyFigures> figures, PageFrame page) {
        return new Chart.Series(
                name,
                drawn.stream()
                        .map(row -> scaled(form.indicator(), form.indicator().of(figures.apply(row)), page))
                        .toList());
    }

    private static double scaled(Indicator indicator, double value, PageFrame page) {
        double scaled =
                switch (indicator.kind()) {
                    case COUNT -> value;
                    case YUAN -> value / (page.texts().isChinese() ? WAN : THOUSAND);
                    case SHARE -> value * 100;
                };
        return Double.isNaN(scaled) ? scaled : Math.round(scaled * 100) / 100.0;
    }

    private static String unit(Indicator indicator, PageFrame page) {
        return switch (indicator.kind()) {
            case COUNT -> "";
            case YUAN -> page.t("insight.dashboard.unit.yuan");
            case SHARE -> "%";
        };
    }

    private static boolean isNothing(double value) {
        return Double.isNaN(value) || value == 0;
    }

    private static double nothingAsZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** What a figure is called. */
    public static String name(Indicator indicator, PageFrame page) {
        return page.t("insight.indicator." + ReturnsForm.name(indicator));
    }

    /** What figures are told apart by. */
    public String lookName(PageFrame page) {
        return page.t("insight.look." + ReturnsForm.name(form.look()));
    }

    /** The sentence that matters most. */
    public String finding(PageFrame page) {
        return page.t(
                "insight.dashboard.finding",
                total.shown(Indicator.DRAWS, page),
                total.shown(Indicator.DRAWN, page),
                total.change(Indicator.DRAWN, page),
                total.shown(Indicator.BALANCE, page),
                total.shown(Indicator.BAD_RATE, page));
    }

    /** The days looked at and those they are held against. */
    public String periods(PageFrame page) {
        return page.t(
                "insight.dashboard.periods",
                form.from().toString(),
                form.to().toString(),
                before.from().toString(),
                before.until().minusDays(1).toString());
    }

    /** How new what came of contacts is, in words. */
    public String outcomesAsOf(PageFrame page) {
        return page.t(
                "insight.dashboard.outcomes",
                outcomes.newest().map(LocalDate::toString).orElse("–"),
                outcomes.returned()
                        .map(at -> page.formats().momentInFull(at))
                        .orElseGet(() -> page.t("insight.dashboard.outcomes.never")));
    }

    /** What the figures are of: the branch and the values fixed. */
    public String within() {
        List<String> parts = new ArrayList<>(List.of(scope));
        fixed.forEach(one -> parts.add(one.name()));
        return String.join(" · ", parts);
    }

    /** The rows shown; the workbook has all. */
    public List<DashboardRow> shown() {
        return rows.stream().limit(SHOWN).toList();
    }

    /** How many rows are not shown. */
    public int hidden() {
        return Math.max(0, rows.size() - SHOWN);
    }

    /** Whether values stand beside each other; months are drawn anyway. */
    public boolean isCompared() {
        return form.look() != DashboardForm.Look.MONTH && rows.size() > 1;
    }

    /** The fields a form of the page hands on. */
    public Map<String, String> handedOn() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("show", ReturnsForm.name(form.indicator()));
        form.branchChoice().ifPresent(branch -> fields.put("branch", branch));
        form.only().forEach((by, value) -> fields.put(ReturnsForm.name(by), value));
        return fields;
    }
}
