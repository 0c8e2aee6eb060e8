package org.yinhang.tag.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.yinhang.lake.tag.PastQuality;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** How a tag lay day by day, as pictures: shares of its values or deciles of its numbers, coverage, drift. */
final class TagHistory {

    /** So many days are shown at most. */
    static final int DAYS = 90;

    private static final int VALUES = 6;

    private final Tag tag;
    private final List<PastQuality> past;
    private final PageFrame page;

    private TagHistory(Tag tag, List<PastQuality> past, PageFrame page) {
        this.tag = tag;
        this.past = past;
        this.page = page;
    }

    /** The pictures; none before there are two days to compare. */
    static List<Chart> of(Tag tag, List<PastQuality> past, PageFrame page) {
        if (past.size() < 2) {
            return List.of();
        }
        TagHistory history = new TagHistory(tag, past, page);
        return List.of(history.values(), history.coverage(), history.drift());
    }

    private Chart values() {
        List<String> codes = mostUsed();
        return codes.isEmpty()
                ? chart(
                        "tag.history.numbers",
                        "",
                        Chart.Size.USUAL,
                        Stream.of(0.1, 0.5, 0.9)
                                .map(share -> series(
                                        page.formats().percent(share),
                                        one -> one.quality().figures().known() == 0
                                                ? Double.NaN
                                                : one.quality().figures().quantile(tag, share)))
                                .toList())
                : chart(
                        "tag.history.values",
                        "%",
                        Chart.Size.USUAL,
                        codes.stream()
                                .map(code -> series(TagWords.value(tag, code, page), one -> share(one, code)))
                                .toList());
    }

    private Chart coverage() {
        return chart(
                "tag.history.coverage",
                "%",
                Chart.Size.SMALL,
                List.of(series(
                        page.t("tag.column.coverage"),
                        one -> 100 * one.quality().figures().coverage())));
    }

    private Chart drift() {
        return chart(
                "tag.history.drift",
                "",
                Chart.Size.SMALL,
                List.of(series(
                        page.t("tag.column.drift"), one -> one.quality().drift().orElse(Double.NaN))));
    }

    /** The values most customers had over all days. */
    private List<String> mostUsed() {
        Map<String, Long> sums = new HashMap<>();
        past.forEach(
                one -> one.quality().figures().values().forEach((code, count) -> sums.merge(code, count, Long::sum)));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(VALUES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double share(PastQuality one, String code) {
        return 100.0
                * one.quality().figures().values().getOrDefault(code, 0L)
                / Math.max(1, one.quality().figures().known());
    }

    private Chart.Series series(String name, ToDoubleFunction<PastQuality> value) {
        return new Chart.Series(
                name,
                past.stream().map(one -> rounded(value.applyAsDouble(one))).toList());
    }

    /** Four digits; what is not known stays so. */
    private static double rounded(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 10_000) / 10_000.0;
    }

    private Chart chart(String title, String unit, Chart.Size size, List<Chart.Series> series) {
        return new Chart(
                Chart.Kind.LINES,
                size,
                page.t(title),
                unit,
                page.t("tag.figure.as-of"),
                past.stream().map(one -> page.formats().day(one.asOf())).toList(),
                series,
                null);
    }
}
