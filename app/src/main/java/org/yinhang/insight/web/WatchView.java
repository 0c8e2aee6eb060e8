package org.yinhang.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.insight.FoundAlert;
import org.yinhang.insight.WatchedConversion;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * A watched conversion in the viewer's language.
 *
 * @param title its name
 * @param picture its rate by day, with the mean of seven days
 * @param alerts the newest first
 * @param isJudged whether there was enough history
 */
public record WatchView(String title, Chart picture, List<AlertView> alerts, boolean isJudged) {

    private static final int WEEK = 7;

    /**
     * An alert.
     *
     * @param days when
     * @param isDrop whether conversion fell
     * @param figures found and expected
     * @param change in percent
     * @param cause what explains it
     */
    public record AlertView(String days, boolean isDrop, String figures, String change, String cause) {}

    static WatchView of(WatchedConversion one, PageFrame page) {
        return new WatchView(
                page.texts().isChinese() ? one.zh() : one.en(),
                picture(one, page),
                one.alerts().stream().map(alert -> view(alert, page)).toList(),
                one.isJudged());
    }

    private static Chart picture(WatchedConversion one, PageFrame page) {
        int days = one.began().size();
        List<String> labels = new ArrayList<>();
        double[] daily = new double[days];
        double[] weekly = new double[days];
        for (int day = 0; day < days; day++) {
            labels.add(one.first().plusDays(day).toString());
            daily[day] = rate(one, day, day + 1);
            weekly[day] = rate(one, Math.max(0, day + 1 - WEEK), day + 1);
        }
        return new Chart(
                Chart.Kind.LINES,
                Chart.Size.SMALL,
                page.t(
                        one.alerts().isEmpty() ? "insight.alerts.picture.calm" : "insight.alerts.picture",
                        page.texts().isChinese() ? one.zh() : one.en()),
                "%",
                page.t("insight.alerts.day"),
                labels,
                List.of(
                        Chart.Series.of(page.t("insight.alerts.daily"), daily),
                        Chart.Series.of(page.t("insight.alerts.weekly"), weekly)),
                null);
    }

    /** Conversions by those who began, in percent; not-a-number where nobody began. */
    private static double rate(WatchedConversion one, int from, int until) {
        long began = 0;
        long converted = 0;
        for (int day = from; day < until; day++) {
            began += one.began().get(day);
            converted += one.converted().get(day);
        }
        return began == 0 ? Double.NaN : Math.round(10_000.0 * converted / began) / 100.0;
    }

    static AlertView view(FoundAlert alert, PageFrame page) {
        String days = alert.since().equals(alert.day())
                ? alert.day().toString()
                : page.t(
                        "insight.alerts.days",
                        alert.since().toString(),
                        alert.day().toString());
        String cause = alert.dimension().isEmpty()
                ? page.t("insight.alerts.everywhere")
                : page.t(
                        "insight.alerts.cause",
                        FunnelPage.breakdown(alert.dimension(), page),
                        alert.causes().stream()
                                .map(one -> "%s %s".formatted(one.value(), change(one.found(), one.expected())))
                                .collect(Collectors.joining("、")));
        return new AlertView(
                days,
                alert.z() < 0,
                page.t(
                        "insight.alerts.figures",
                        String.format(Locale.ROOT, "%,.0f", alert.found()),
                        String.format(Locale.ROOT, "%,.0f", alert.expected()),
                        String.valueOf(alert.length())),
                change(alert.found(), alert.expected()),
                cause);
    }

    private static String change(double found, double expected) {
        return String.format(Locale.ROOT, "%+.1f%%", 100 * (found / expected - 1));
    }
}
