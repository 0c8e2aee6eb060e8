package org.yinhang.model;

import static org.yinhang.model.ReportTexts.count;
import static org.yinhang.model.ReportTexts.number;
import static org.yinhang.model.ReportTexts.percent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.yinhang.core.uplift.Treatments;
import org.yinhang.core.uplift.UpliftCurve;
import org.yinhang.core.uplift.UpliftEvaluation;
import org.yinhang.core.uplift.UpliftTenth;
import org.yinhang.shared.svg.Document;
import org.yinhang.shared.svg.LineChart;

/** An evaluation of effects as one HTML file that stands alone. */
final class UpliftPage {

    private static final int COLUMNS_SHOWN = 12;

    private final UpliftStudy study;
    private final ReportTexts texts;

    UpliftPage(UpliftStudy study, ReportTexts texts) {
        this.study = study;
        this.texts = texts;
    }

    String html() {
        Document page = new Document(
                texts.language(),
                texts.t("evaluation.table"),
                texts.t("uplift.title", study.target().toString()),
                texts.t(
                        "uplift.subtitle",
                        study.name(),
                        count(study.report().rows()),
                        count(study.report().leftOut()),
                        count(study.report().scored()),
                        study.split().toString(),
                        study.learner().toString()));
        for (int treatment = 0; treatment < study.evaluations().size(); treatment++) {
            treatment(page, treatment, study.evaluations().get(treatment));
        }
        best(page);
        chosen(page);
        return page.finish();
    }

    private void treatment(Document page, int treatment, UpliftEvaluation e) {
        Treatments treatments = study.report().treatments();
        String name = treatments.name(treatment + 1);
        if (e.balance().isDoubtful()) {
            page.note(texts.t(
                    "uplift.doubtful", name, e.balance().columns().getFirst().column()));
        }
        page.table(
                texts.t("uplift.arms"),
                List.of(texts.t("evaluation.group"), texts.t("evaluation.rows"), texts.t("evaluation.rate")),
                List.of(
                        List.of(name, count(e.treated()), percent(e.treatedRate())),
                        List.of(
                                texts.t("uplift.control", treatments.name(Treatments.CONTROL)),
                                count(e.control()),
                                percent(e.controlRate()))));
        page.figures(List.of(
                figure(texts.t("uplift.ate"), e.ate()),
                figure(texts.t("uplift.at30"), e.upliftAt()),
                figure("Qini", e.qini()),
                figure("AUUC", e.auuc()),
                new Document.Figure(
                        texts.t("uplift.placebo"),
                        number(e.placebo().mean(), 5),
                        texts.t(
                                "uplift.placebo.words",
                                number(e.placebo().interval().low(), 5),
                                number(e.placebo().interval().high(), 5),
                                number(e.placebo().pValue(), 3)))));
        curve(page, e);
        tenths(page, e);
        comparison(page, treatment, e);
        balance(page, e);
    }

    private Document.Figure figure(String name, UpliftEvaluation.Estimate estimate) {
        return new Document.Figure(
                name,
                number(estimate.value(), 5),
                texts.t(
                        "evaluation.interval",
                        number(estimate.interval().low(), 5),
                        number(estimate.interval().high(), 5)));
    }

    private void curve(Document page, UpliftEvaluation e) {
        LineChart chart = new LineChart(
                texts.t("uplift.curve"),
                texts.t("evaluation.depth"),
                texts.t("uplift.gained"),
                List.of(
                        new LineChart.Line(
                                texts.t("evaluation.model"),
                                flat(e.curve(), UpliftCurve.Point::depth, UpliftCurve.Point::gained),
                                "main"),
                        new LineChart.Line(
                                texts.t("evaluation.random"),
                                new double[] {0, 0, 1, e.ate().value()},
                                "plain")),
                List.of(new LineChart.Mark(e.share(), percent(e.share()))),
                ReportTexts::percent,
                gained -> String.format(java.util.Locale.ROOT, "%.2f%%", 100 * gained));
        page.chart(
                texts.t(
                        "uplift.curve.finding",
                        percent(e.upliftAt().value()),
                        percent(e.ate().value())),
                chart.svg(),
                List.of(texts.t("evaluation.depth"), texts.t("uplift.gained"), texts.t("uplift.qini")),
                e.curve().stream()
                        .filter(point -> Math.round(point.depth() * 100) % 10 == 0 && point.depth() > 0)
                        .map(point ->
                                List.of(percent(point.depth()), number(point.gained(), 5), number(point.qini(), 5)))
                        .toList());
    }

    private void tenths(Document page, UpliftEvaluation e) {
        List<UpliftTenth> tenths = e.tenths();
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < tenths.size(); i++) {
            places.add(new double[] {
                i + 1.0, tenths.get(i).predicted(), tenths.get(i).observed()
            });
        }
        LineChart chart = new LineChart(
                texts.t("uplift.tenths"),
                texts.t("evaluation.tenth"),
                texts.t("uplift.effect"),
                List.of(
                        new LineChart.Line(texts.t("uplift.observed"), flat(places, p -> p[0], p -> p[2]), "dots"),
                        new LineChart.Line(texts.t("uplift.predicted"), flat(places, p -> p[0], p -> p[1]), "second")),
                List.of(),
                tenth -> count(Math.round(tenth)),
                ReportTexts::percent);
        page.chart(
                texts.t("uplift.tenths"),
                chart.svg(),
                List.of(
                        texts.t("evaluation.tenth"),
                        texts.t("uplift.treated"),
                        texts.t("uplift.untreated"),
                        texts.t("uplift.predicted"),
                        texts.t("uplift.observed"),
                        "95%"),
                rows(tenths));
    }

    private static List<List<String>> rows(List<UpliftTenth> tenths) {
        List<List<String>> rows = new ArrayList<>();
        for (UpliftTenth tenth : tenths) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    count(tenth.treated()),
                    count(tenth.control()),
                    percent(tenth.predicted()),
                    percent(tenth.observed()),
                    percent(tenth.interval().low()) + " – "
                            + percent(tenth.interval().high())));
        }
        return rows;
    }

    private void comparison(Document page, int treatment, UpliftEvaluation e) {
        study.comparison().ifPresent(comparison -> {
            UpliftEvaluation other = comparison.evaluations().get(treatment);
            UpliftEvaluation.Estimate gap = comparison.gaps().get(treatment);
            page.table(
                    texts.t("uplift.compare"),
                    List.of(texts.t("evaluation.model"), texts.t("uplift.at30"), "Qini", texts.t("evaluation.between")),
                    List.of(
                            List.of(
                                    study.learner().toString(),
                                    number(e.upliftAt().value(), 5),
                                    number(e.qini().value(), 5),
                                    texts.t(
                                            "evaluation.difference",
                                            number(gap.value(), 5),
                                            number(gap.interval().low(), 5),
                                            number(gap.interval().high(), 5))),
                            List.of(
                                    comparison.learner().toString(),
                                    number(other.upliftAt().value(), 5),
                                    number(other.qini().value(), 5),
                                    "")));
        });
    }

    private void balance(Document page, UpliftEvaluation e) {
        page.table(
                texts.t(
                        "uplift.balance",
                        percent(e.balance().treatedShare()),
                        number(e.balance().halves(), 3)),
                List.of(texts.t("evaluation.column"), "PSI", "p"),
                e.balance().columns().stream()
                        .limit(COLUMNS_SHOWN)
                        .map(column ->
                                List.of(column.column(), number(column.index().value(), 4), number(column.pValue(), 3)))
                        .toList());
    }

    private void best(Document page) {
        study.best().ifPresent(best -> {
            List<List<String>> rows = new ArrayList<>();
            for (int arm = 0; arm < best.rates().size(); arm++) {
                rows.add(List.of(
                        study.report().treatments().name(arm),
                        percent(best.rates().get(arm)),
                        percent(best.shares().get(arm))));
            }
            page.table(
                    texts.t(
                            "uplift.best",
                            percent(best.rate()),
                            percent(best.interval().low()),
                            percent(best.interval().high())),
                    List.of(texts.t("evaluation.group"), texts.t("uplift.best.all"), texts.t("uplift.best.share")),
                    rows);
        });
    }

    private void chosen(Document page) {
        ChoiceTexts words = new ChoiceTexts(texts);
        Map<String, Long> counted = study.report().choices().stream()
                .collect(Collectors.groupingBy(choice -> choice, LinkedHashMap::new, Collectors.counting()));
        page.table(
                texts.t("evaluation.chosen"),
                List.of(texts.t("evaluation.steps"), texts.t("evaluation.madeOf")),
                counted.entrySet().stream()
                        .map(entry -> List.of(count(entry.getValue()), words.of(entry.getKey())))
                        .toList());
    }

    private static <P> double[] flat(List<P> points, ToDoubleFunction<P> x, ToDoubleFunction<P> y) {
        return points.stream()
                .filter(point -> Double.isFinite(y.applyAsDouble(point)))
                .flatMapToDouble(point -> DoubleStream.of(x.applyAsDouble(point), y.applyAsDouble(point)))
                .toArray();
    }
}
