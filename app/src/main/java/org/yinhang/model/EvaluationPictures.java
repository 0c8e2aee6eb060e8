package org.yinhang.model;

import static org.yinhang.model.ReportTexts.count;
import static org.yinhang.model.ReportTexts.number;
import static org.yinhang.model.ReportTexts.percent;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.GainsCurve;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.evaluation.Reliability;
import org.yinhang.core.evaluation.RocCurve;
import org.yinhang.core.evaluation.ScoreHistogram;
import org.yinhang.shared.svg.Document;
import org.yinhang.shared.svg.LineChart;

/** The pictures of how well scores rank and how true they are: gains, ROC, calibration, histogram, profit. */
final class EvaluationPictures {

    private final ResponseStudy study;
    private final Evaluation evaluation;
    private final ReportTexts texts;

    EvaluationPictures(ResponseStudy study, ReportTexts texts) {
        this.study = study;
        this.evaluation = study.report().evaluation();
        this.texts = texts;
    }

    void addTo(Document page) {
        gains(page);
        roc(page);
        calibration(page);
        histogram(page);
        profit(page);
    }

    private void gains(Document page) {
        List<GainsCurve.Point> points = evaluation.gains().points();
        double depth = (double) evaluation.top() / evaluation.scored();
        LineChart chart = new LineChart(
                texts.t("evaluation.gains"),
                texts.t("evaluation.depth"),
                texts.t("evaluation.found"),
                List.of(
                        line("evaluation.model", points, GainsCurve.Point::depth, GainsCurve.Point::found, "main"),
                        diagonal("evaluation.random", 1)),
                List.of(new LineChart.Mark(depth, texts.t("evaluation.list"))),
                ReportTexts::percent,
                ReportTexts::percent);
        page.chart(
                texts.t("evaluation.gains.finding", percent(evaluation.topHalfShare())),
                chart.svg(),
                List.of(texts.t("evaluation.depth"), texts.t("evaluation.found"), texts.t("evaluation.lift")),
                points.stream()
                        .filter(p -> p.depth() > 0 && Math.round(p.depth() * 100) % 10 == 0)
                        .map(p -> List.of(percent(p.depth()), percent(p.found()), number(p.lift(), 2)))
                        .toList());
    }

    private void roc(Document page) {
        LineChart chart = new LineChart(
                "ROC",
                texts.t("evaluation.fpr"),
                texts.t("evaluation.tpr"),
                List.of(
                        line(
                                "evaluation.model",
                                study.assessment().roc().points(),
                                RocCurve.Point::falsePositiveRate,
                                RocCurve.Point::truePositiveRate,
                                "main"),
                        diagonal("evaluation.random", 1)),
                List.of(),
                ReportTexts::percent,
                ReportTexts::percent);
        Interval auc = study.assessment().auc().interval();
        page.chart(
                texts.t(
                        "evaluation.roc.finding",
                        number(evaluation.auc(), 3),
                        number(auc.low(), 3),
                        number(auc.high(), 3)),
                chart.svg(),
                List.of(),
                List.of());
    }

    private void calibration(Document page) {
        List<Reliability.Bin> bins = evaluation.reliability().bins();
        double most = bins.stream()
                .mapToDouble(bin -> Math.max(bin.stated(), bin.observed()))
                .max()
                .orElse(1);
        LineChart chart = new LineChart(
                texts.t("evaluation.calibration"),
                texts.t("evaluation.stated"),
                texts.t("evaluation.rate"),
                List.of(
                        line("evaluation.bins", bins, Reliability.Bin::stated, Reliability.Bin::observed, "dots"),
                        diagonal("evaluation.perfect", most)),
                List.of(),
                ReportTexts::percent,
                ReportTexts::percent);
        page.chart(
                texts.t("evaluation.calibration.finding", percent(evaluation.calibrationError())),
                chart.svg(),
                List.of(texts.t("evaluation.rows"), texts.t("evaluation.stated"), texts.t("evaluation.rate")),
                bins.stream()
                        .map(bin -> List.of(count(bin.rows()), percent(bin.stated()), percent(bin.observed())))
                        .toList());
    }

    private void histogram(Document page) {
        List<ScoreHistogram.Bar> bars = study.assessment().histogram().bars();
        ToDoubleFunction<ScoreHistogram.Bar> middle = bar -> (bar.from() + bar.to()) / 2;
        LineChart chart = new LineChart(
                texts.t("evaluation.histogram"),
                texts.t("evaluation.stated"),
                texts.t("evaluation.share"),
                List.of(
                        line("evaluation.successes", bars, middle, ScoreHistogram.Bar::successes, "main"),
                        line("evaluation.failures", bars, middle, ScoreHistogram.Bar::failures, "second")),
                List.of(),
                ReportTexts::percent,
                ReportTexts::percent);
        page.chart(
                texts.t("evaluation.histogram.finding", number(evaluation.ks(), 3)),
                chart.svg(),
                List.of(texts.t("evaluation.stated"), texts.t("evaluation.successes"), texts.t("evaluation.failures")),
                bars.stream()
                        .map(bar -> List.of(
                                percent(bar.from()) + " – " + percent(bar.to()),
                                percent(bar.successes()),
                                percent(bar.failures())))
                        .toList());
    }

    private void profit(Document page) {
        study.profit().ifPresent(profit -> {
            LineChart chart = new LineChart(
                    texts.t("evaluation.profit"),
                    texts.t("evaluation.depth"),
                    texts.t("evaluation.yuan"),
                    List.of(line(
                            "evaluation.model",
                            profit.points(),
                            point -> point.depth(),
                            point -> point.profit().yuan().doubleValue(),
                            "main")),
                    List.of(new LineChart.Mark(
                            (double) profit.best().rows() / evaluation.scored(), texts.t("evaluation.best"))),
                    ReportTexts::percent,
                    yuan -> count(Math.round(yuan)));
            page.chart(
                    texts.t(
                            "evaluation.profit.finding",
                            count(profit.best().rows()),
                            profit.best().profit().toString()),
                    chart.svg(),
                    List.of(texts.t("evaluation.depth"), texts.t("evaluation.profit")),
                    profit.points().stream()
                            .filter(point -> Math.round(point.depth() * 100) % 10 == 0)
                            .map(point -> List.of(
                                    percent(point.depth()), point.profit().toString()))
                            .toList());
        });
    }

    private <P> LineChart.Line line(
            String key, List<P> points, ToDoubleFunction<P> x, ToDoubleFunction<P> y, String style) {
        return new LineChart.Line(
                texts.t(key),
                points.stream()
                        .flatMapToDouble(point -> DoubleStream.of(x.applyAsDouble(point), y.applyAsDouble(point)))
                        .filter(Double::isFinite)
                        .toArray(),
                style);
    }

    private LineChart.Line diagonal(String key, double most) {
        return new LineChart.Line(texts.t(key), new double[] {0, 0, most, most}, "plain");
    }
}
