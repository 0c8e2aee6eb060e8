package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.yinhang.core.evaluation.GainsCurve;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.evaluation.Reliability;
import org.yinhang.core.evaluation.RocCurve;
import org.yinhang.core.evaluation.ScoreHistogram;
import org.yinhang.core.evaluation.Stability;
import org.yinhang.model.ModelEvidence;
import org.yinhang.model.TrainedModel;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** The pictures of a version on the days kept for judging. Shares are drawn in percent. */
final class ModelPictures {

    private static final int MOST_INFLUENCES = 12;
    private static final String TENTH = "10";

    private final ModelEvidence evidence;
    private final ModelWords words;
    private final PageFrame page;

    ModelPictures(ModelEvidence evidence, ModelWords words, PageFrame page) {
        this.evidence = evidence;
        this.words = words;
        this.page = page;
    }

    List<Chart> all() {
        return List.of(gains(), roc(), calibration(), stability(), histogram());
    }

    private Chart gains() {
        List<GainsCurve.Point> points = evidence.heldOut().gains().points();
        double atTenth = points.stream()
                .filter(point -> point.depth() <= 0.1 + 1e-9)
                .mapToDouble(GainsCurve.Point::found)
                .max()
                .orElse(Double.NaN);
        return against(
                        page.t("model.gains", page.formats().percent(atTenth)),
                        "model.depth",
                        "model.found",
                        points,
                        GainsCurve.Point::depth,
                        GainsCurve.Point::found)
                .marking(TENTH);
    }

    private Chart roc() {
        return against(
                page.t("model.roc", three(evidence.heldOut().auc())),
                "model.false-positives",
                "model.true-positives",
                evidence.assessment().roc().points(),
                RocCurve.Point::falsePositiveRate,
                RocCurve.Point::truePositiveRate);
    }

    private <P> Chart against(
            String title, String across, String up, List<P> points, ToDoubleFunction<P> x, ToDoubleFunction<P> y) {
        return new Chart(
                Chart.Kind.AGAINST,
                Chart.Size.USUAL,
                title,
                "%",
                "",
                points.stream().map(point -> "").toList(),
                List.of(percents(across, points, x), percents(up, points, y)),
                null);
    }

    private <P> Chart.Series percents(String key, List<P> points, ToDoubleFunction<P> share) {
        return new Chart.Series(
                page.t(key),
                points.stream()
                        .map(point -> percent(share.applyAsDouble(point)))
                        .toList());
    }

    private Chart calibration() {
        List<Reliability.Bin> bins = evidence.heldOut().reliability().bins();
        return new Chart(
                Chart.Kind.AGAINST,
                Chart.Size.USUAL,
                page.t(
                        "model.calibration",
                        page.formats().percent(evidence.heldOut().calibrationError())),
                "%",
                page.t("model.tenth"),
                labels(bins, bin -> page.t("model.rows", page.formats().count(bin.rows()))),
                List.of(
                        percents("model.stated", bins, Reliability.Bin::stated),
                        percents("model.observed", bins, Reliability.Bin::observed),
                        percents("model.low", bins, bin -> wilson(bin).low()),
                        percents("model.high", bins, bin -> wilson(bin).high())),
                null);
    }

    private static Interval wilson(Reliability.Bin bin) {
        return Interval.wilson(Math.round(bin.observed() * bin.rows()), bin.rows());
    }

    private Chart stability() {
        List<Stability.Period> periods = evidence.stability().periods();
        double least = periods.stream()
                .mapToDouble(period -> period.auc().auc())
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
        return new Chart(
                Chart.Kind.LINES,
                Chart.Size.USUAL,
                page.t("model.stability", three(least)),
                "AUC",
                page.t("model.day"),
                labels(periods, Stability.Period::name),
                List.of(
                        series("AUC", periods, period -> period.auc().auc()),
                        series(page.t("model.low"), periods, period -> period.auc()
                                .interval()
                                .low()),
                        series(page.t("model.high"), periods, period -> period.auc()
                                .interval()
                                .high())),
                null);
    }

    private Chart histogram() {
        List<ScoreHistogram.Bar> bars = evidence.assessment().histogram().bars();
        return new Chart(
                Chart.Kind.BARS,
                Chart.Size.USUAL,
                page.t(
                        "model.histogram",
                        page.formats().percent(evidence.heldOut().ks())),
                "%",
                page.t("model.stated"),
                labels(bars, bar -> String.format(Locale.ROOT, "%.1f%%", 100 * bar.from())),
                List.of(
                        percents("model.successes", bars, ScoreHistogram.Bar::successes),
                        percents("model.failures", bars, ScoreHistogram.Bar::failures)),
                null);
    }

    /** How much each feature moves scores. */
    Chart influences() {
        List<TrainedModel.Influence> shown =
                evidence.influences().stream().limit(MOST_INFLUENCES).toList();
        return new Chart(
                Chart.Kind.ROWS,
                shown.size() > 6 ? Chart.Size.TALL : Chart.Size.USUAL,
                shown.isEmpty()
                        ? page.t("model.influences.none")
                        : page.t(
                                "model.influences",
                                words.feature(shown.getFirst().column())),
                page.t("model.log-odds"),
                page.t("model.feature"),
                labels(shown, influence -> words.feature(influence.column())),
                List.of(series(page.t("model.influence"), shown, TrainedModel.Influence::mean)),
                null);
    }

    private static <P> Chart.Series series(String name, List<P> points, ToDoubleFunction<P> figure) {
        List<Double> values = new ArrayList<>();
        points.forEach(point -> values.add(rounded(figure.applyAsDouble(point))));
        return new Chart.Series(name, values);
    }

    private static <P> List<String> labels(List<P> points, Function<P, String> label) {
        return points.stream().map(label).toList();
    }

    private static double percent(double share) {
        return rounded(100 * share);
    }

    /** To four decimals: what a picture can show. */
    static double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * 10_000) / 10_000 : Double.NaN;
    }

    static String three(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
    }
}
