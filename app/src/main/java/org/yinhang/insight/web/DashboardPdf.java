package org.yinhang.insight.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yinhang.insight.Indicator;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.pdf.PdfFile;
import org.yinhang.shared.web.PageFrame;

/** The dashboard on paper: what it is of, the figures, the last months, and every value. */
final class DashboardPdf {

    private DashboardPdf() {}

    static void fill(PdfFile file, DashboardPage one, PageFrame page) {
        file.quiet(one.within());
        file.quiet(one.periods(page));
        file.quiet(one.outcomesAsOf(page));
        file.words(one.finding(page));
        file.table(heads(page.t("insight.dashboard.figure"), page), figures(one.total(), page));
        Chart trend = one.trend();
        file.heading(trend.title() + (trend.unit().isEmpty() ? "" : " (" + trend.unit() + ")"));
        List<Double> values = trend.series().getFirst().values();
        file.bars(
                trend.labels(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                values.stream().map(Chart::words).toList());
        file.page();
        file.heading(page.t("insight.funnel.by", one.lookName(page)));
        List<String> heads = new ArrayList<>(List.of(one.lookName(page)));
        Arrays.stream(Indicator.values()).forEach(each -> heads.add(DashboardPage.name(each, page)));
        file.table(heads, one.rows().stream().map(row -> line(row, page)).toList());
        file.quiet(page.t("insight.dashboard.note"));
    }

    private static List<String> heads(String first, PageFrame page) {
        return List.of(
                first,
                page.t("insight.dashboard.now"),
                page.t("insight.dashboard.before"),
                page.t("insight.dashboard.change"));
    }

    private static List<List<String>> figures(DashboardRow total, PageFrame page) {
        return Arrays.stream(Indicator.values())
                .map(one -> List.of(
                        DashboardPage.name(one, page),
                        total.shown(one, page),
                        total.shownBefore(one, page),
                        total.change(one, page)))
                .toList();
    }

    private static List<String> line(DashboardRow row, PageFrame page) {
        List<String> cells = new ArrayList<>(List.of(row.name()));
        for (Indicator one : Indicator.values()) {
            cells.add(row.shown(one, page) + "\n" + row.change(one, page));
        }
        return cells;
    }
}
