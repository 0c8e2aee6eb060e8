package org.yinhang.model;

import static org.yinhang.model.ReportTexts.count;
import static org.yinhang.model.ReportTexts.number;
import static org.yinhang.model.ReportTexts.percent;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.yinhang.core.evaluation.FeatureDrift;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.evaluation.Stability;
import org.yinhang.shared.svg.BarChart;
import org.yinhang.shared.svg.Document;
import org.yinhang.shared.svg.LineChart;

/** The pictures of what a model rests on: columns by themselves, their drift, and how it holds from period to period. */
final class ColumnPictures {

    private static final int MOST_BARS = 25;
    private static final int MOST_PERIODS_LISTED = 60;

    private final ResponseStudy study;
    private final ReportTexts texts;

    ColumnPictures(ResponseStudy study, ReportTexts texts) {
        this.study = study;
        this.texts = texts;
    }

    void addTo(Document page) {
        strengths(page);
        drift(page);
        stability(page);
    }

    private void strengths(Document page) {
        List<FeatureStrength> shown = study.strengths().stream()
                .filter(strength -> Double.isFinite(strength.auc()))
                .toList();
        List<String> suspects =
                study.suspects().stream().map(FeatureStrength::column).toList();
        List<BarChart.Bar> bars = shown.stream()
                .limit(MOST_BARS)
                .map(strength -> new BarChart.Bar(
                        strength.column(),
                        0,
                        Math.max(0, strength.auc() - 0.5),
                        -1,
                        number(strength.auc(), 3),
                        suspects.contains(strength.column()) ? "bad" : "main"))
                .toList();
        page.chart(
                suspects.isEmpty()
                        ? texts.t("evaluation.features.fine")
                        : texts.t("evaluation.features.suspects", String.join(", ", suspects)),
                new BarChart(texts.t("evaluation.features"), bars).svg(),
                List.of(texts.t("evaluation.column"), texts.t("evaluation.features")),
                shown.stream()
                        .map(strength -> List.of(strength.column(), number(strength.auc(), 4)))
                        .toList());
    }

    private void drift(Document page) {
        List<FeatureDrift> drifts = study.drifts();
        long moved = drifts.stream()
                .filter(drift -> drift.index().value() >= EvaluationFindings.MOVED)
                .count();
        List<BarChart.Bar> bars = drifts.stream()
                .limit(MOST_BARS)
                .map(drift -> new BarChart.Bar(
                        drift.column(),
                        0,
                        drift.index().value(),
                        -1,
                        number(drift.index().value(), 3),
                        drift.index().value() >= EvaluationFindings.MOVED ? "second" : "main"))
                .toList();
        page.chart(
                texts.t("evaluation.drift.finding", count(moved), count(drifts.size())),
                new BarChart("PSI", bars).svg(),
                List.of(
                        texts.t("evaluation.column"),
                        "PSI",
                        texts.t("evaluation.drift.chance"),
                        texts.t("evaluation.drift.before"),
                        texts.t("evaluation.drift.now")),
                drifts.stream()
                        .map(drift -> List.of(
                                drift.column(),
                                number(drift.index().value(), 4),
                                number(drift.index().byChance(), 4),
                                percent(drift.missingBefore()),
                                percent(drift.missingNow())))
                        .toList());
    }

    private void stability(Document page) {
        List<Stability.Period> periods = study.stability().periods();
        List<LineChart.Line> lines = List.of(
                overPeriods("AUC", periods, period -> period.auc().auc(), "main"),
                overPeriods(texts.t("evaluation.rate"), periods, Stability.Period::rate, "second"),
                overPeriods(texts.t("evaluation.stated"), periods, Stability.Period::stated, "plain"));
        LineChart chart = new LineChart(
                texts.t("evaluation.stability"),
                texts.t("evaluation.period"),
                "",
                lines,
                List.of(),
                period -> count(Math.round(period)),
                ReportTexts::percent);
        double least = periods.stream()
                .mapToDouble(period -> period.auc().auc())
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
        double most = periods.stream()
                .mapToDouble(period -> period.auc().auc())
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        page.chart(
                texts.t("evaluation.stability.finding", number(least, 3), number(most, 3)),
                chart.svg(),
                List.of(
                        texts.t("evaluation.period"),
                        texts.t("evaluation.rows"),
                        texts.t("evaluation.rate"),
                        texts.t("evaluation.stated"),
                        "AUC",
                        texts.t("evaluation.drift.scores")),
                periods.stream()
                        .limit(MOST_PERIODS_LISTED)
                        .map(period -> List.of(
                                period.name().isEmpty() ? texts.t("evaluation.missing") : period.name(),
                                count(period.rows()),
                                percent(period.rate()),
                                percent(period.stated()),
                                number(period.auc().auc(), 3) + " ("
                                        + number(period.auc().interval().low(), 3) + " – "
                                        + number(period.auc().interval().high(), 3) + ")",
                                number(period.scores().value(), 3)))
                        .toList());
    }

    private static LineChart.Line overPeriods(
            String name, List<Stability.Period> periods, ToDoubleFunction<Stability.Period> figure, String style) {
        DoubleStream.Builder points = DoubleStream.builder();
        for (int i = 0; i < periods.size(); i++) {
            double value = figure.applyAsDouble(periods.get(i));
            if (Double.isFinite(value)) {
                points.add(i + 1.0).add(value);
            }
        }
        return new LineChart.Line(name, points.build().toArray(), style);
    }
}
