package org.yinhang.insight.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.lake.attribution.VintageReport;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * How loans aged, in the viewer's language.
 *
 * @param form what was asked
 * @param report the figures
 * @param finding the sentence that matters most
 * @param picture the curves of the largest values
 * @param rows one a value: by quarter in order of time, otherwise most loans first
 * @param tags by which loans can be told apart too
 */
public record VintagePage(
        VintageForm form, VintageReport report, String finding, Chart picture, List<Row> rows, List<Choice> tags) {

    private static final int DRAWN = 6;
    private static final int SHOWN = 50;

    /** The months on book in the table. */
    public static final List<Integer> MONTHS = List.of(3, 6, 9, 12);

    /** A breakdown that can be chosen: how addresses write it, and its name. */
    public record Choice(String code, String name) {}

    /**
     * A value.
     *
     * @param name what it is called
     * @param curve its loans
     */
    public record Row(String name, VintageReport.Curve curve) {

        /** The share late by a month with how many loans were old enough. */
        public String share(int month, PageFrame page) {
            long observed = curve.observed().get(month - 1);
            return observed == 0
                    ? "–"
                    : page.t(
                            observed < VintageReport.FEW ? "insight.vintage.few" : "insight.vintage.of",
                            String.format(Locale.ROOT, "%.2f%%", 100 * curve.share(month)),
                            page.formats().count(observed));
        }
    }

    static VintagePage of(VintageForm form, VintageReport report, List<Tag> tags, ShownNames names) {
        boolean isChinese = names.page().texts().isChinese();
        List<Choice> choices = tags.stream()
                .map(tag -> new Choice(VintageForm.TAG + tag.id(), isChinese ? tag.zh() : tag.en()))
                .toList();
        Map<String, Tag.Names> values = form.tag()
                .flatMap(id -> tags.stream().filter(tag -> tag.id().equals(id)).findFirst())
                .map(Tag::values)
                .orElse(Map.of());
        List<Row> rows = new ArrayList<>();
        for (VintageReport.Curve curve : report.curves()) {
            rows.add(new Row(name(form, curve.value(), values, names), curve));
        }
        if (!form.by().equals(VintageForm.QUARTER)) {
            rows.sort(Comparator.comparingLong((Row row) -> row.curve.loans())
                    .reversed()
                    .thenComparing(row -> row.curve.value()));
        }
        return new VintagePage(
                form,
                report,
                finding(rows, form, names.page()),
                picture(rows, report, form, names.page()),
                rows,
                choices);
    }

    private static String name(VintageForm form, String value, Map<String, Tag.Names> values, ShownNames names) {
        PageFrame page = names.page();
        if (value.isEmpty()) {
            return page.t(form.tag().isPresent() ? "insight.returns.unknown" : "insight.vintage.own");
        }
        Tag.Names of = values.get(value);
        if (of != null) {
            return page.texts().isChinese() ? of.zh() : of.en();
        }
        return form.breakdown().map(by -> names.of(by, value)).orElse(value);
    }

    private static String finding(List<Row> rows, VintageForm form, PageFrame page) {
        int month = 6;
        long loans = rows.stream().mapToLong(row -> row.curve.loans()).sum();
        double late = rows.stream()
                .filter(row -> !Double.isNaN(row.curve.share(month)))
                .mapToDouble(row -> row.curve.share(month) * row.curve.loans())
                .sum();
        long old = rows.stream()
                .filter(row -> !Double.isNaN(row.curve.share(month)))
                .mapToLong(row -> row.curve.loans())
                .sum();
        return old == 0
                ? page.t("insight.vintage.young")
                : page.t(
                        "insight.vintage.finding",
                        page.formats().count(loans),
                        String.format(Locale.ROOT, "%.2f%%", 100 * late / old),
                        form.lateness().days());
    }

    private static Chart picture(List<Row> rows, VintageReport report, VintageForm form, PageFrame page) {
        int months = report.settings().months();
        Set<Row> largest = rows.stream()
                .filter(row -> row.curve.observed().getFirst() >= VintageReport.FEW)
                .sorted(Comparator.comparingLong((Row row) -> row.curve.loans()).reversed())
                .limit(DRAWN)
                .collect(Collectors.toSet());
        List<Chart.Series> series = rows.stream()
                .filter(largest::contains)
                .map(row -> Chart.Series.of(
                        row.name,
                        IntStream.rangeClosed(1, months)
                                .mapToDouble(month -> row.curve.observed().get(month - 1) < VintageReport.FEW
                                        ? Double.NaN
                                        : Math.round(row.curve.share(month) * 1e4) / 100.0)
                                .toArray()))
                .toList();
        return new Chart(
                Chart.Kind.LINES,
                Chart.Size.TALL,
                page.t("insight.vintage.picture", form.lateness().days()),
                "%",
                page.t("insight.vintage.month"),
                IntStream.rangeClosed(1, months).mapToObj(Integer::toString).toList(),
                series,
                null);
    }

    /** The rows shown; the workbook has all. */
    public List<Row> shown() {
        return rows.stream().limit(SHOWN).toList();
    }

    /** How many rows are not shown. */
    public int hidden() {
        return Math.max(0, rows.size() - SHOWN);
    }

    /** Every value at every month. */
    List<VintageRow> lines() {
        return rows.stream()
                .flatMap(row -> IntStream.rangeClosed(1, report.settings().months())
                        .mapToObj(month -> new VintageRow(row.name, row.curve, month)))
                .toList();
    }

    /** What the loans are told apart by. */
    public String told(PageFrame page) {
        return tags.stream()
                .filter(choice -> choice.code().equals(form.by()))
                .findFirst()
                .map(Choice::name)
                .orElseGet(() -> page.t("insight.by." + form.by()));
    }
}
