package org.yinhang.model;

import static org.yinhang.model.ReportTexts.count;
import static org.yinhang.model.ReportTexts.number;
import static org.yinhang.model.ReportTexts.percent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.evaluation.ProfitCurve;
import org.yinhang.shared.svg.Document;

/** An evaluation as one HTML file that stands alone. */
final class EvaluationPage {

    private final ResponseStudy study;
    private final ReportTexts texts;

    EvaluationPage(ResponseStudy study, ReportTexts texts) {
        this.study = study;
        this.texts = texts;
    }

    String html() {
        Document page = new Document(
                texts.language(),
                texts.t("evaluation.table"),
                texts.t("evaluation.title", study.target().toString()),
                texts.t(
                        "evaluation.subtitle",
                        study.table().name(),
                        count(study.report().rows()),
                        count(study.report().evaluation().scored()),
                        study.split().toString(),
                        study.report().model().toString()));
        warnings(page);
        page.figures(headline());
        new EvaluationPictures(study, texts).addTo(page);
        new ColumnPictures(study, texts).addTo(page);
        tenths(page);
        comparison(page);
        study.profit().ifPresent(profit -> profit(page, profit));
        fairness(page);
        chosen(page);
        return page.finish();
    }

    private void warnings(Document page) {
        for (FeatureStrength suspect : study.suspects()) {
            page.note(texts.t("evaluation.suspect", suspect.column(), number(suspect.auc(), 3)));
        }
        study.notes().forEach(note -> page.note(texts.of(note)));
    }

    private List<Document.Figure> headline() {
        Evaluation e = study.report().evaluation();
        Assessment a = study.assessment();
        List<Document.Figure> figures = new ArrayList<>();
        figures.add(figure("AUC", number(e.auc(), 4), a.auc().interval()));
        figures.add(figure("Gini", number(a.auc().gini(), 4), a.auc().interval().scaled(2, -1)));
        figures.add(new Document.Figure(
                texts.t("evaluation.within"), number(e.aucWithin(), 4), texts.t("evaluation.within.words")));
        figures.add(figure("KS", number(e.ks(), 4), a.ks()));
        figures.add(figure("ALIFT", number(e.alift(), 4), a.alift()));
        figures.add(new Document.Figure(
                texts.t("evaluation.half"),
                percent(e.topHalfShare()),
                texts.t(
                        "evaluation.interval",
                        percent(a.topHalfShare().low()),
                        percent(a.topHalfShare().high()))));
        figures.add(figure("Brier", number(e.brier(), 4), a.brier()));
        figures.add(figure("Log loss", number(a.logLoss(), 4), a.logLossInterval()));
        figures.add(new Document.Figure(
                texts.t("evaluation.slope"),
                number(a.calibration().slope(), 3),
                texts.t("evaluation.slope.words", number(a.calibration().inTheLarge(), 3))));
        return figures;
    }

    private Document.Figure figure(String name, String value, Interval interval) {
        String beside = interval.isKnown()
                ? texts.t("evaluation.interval", number(interval.low(), 4), number(interval.high(), 4))
                : "";
        return new Document.Figure(name, value, beside);
    }

    private void tenths(Document page) {
        List<List<String>> rows = new ArrayList<>();
        study.assessment()
                .tenths()
                .tenths()
                .forEach(tenth -> rows.add(List.of(
                        Integer.toString(rows.size() + 1),
                        count(tenth.rows()),
                        percent(tenth.stated()),
                        count(tenth.successes()),
                        percent(tenth.rate()),
                        number(tenth.lift(), 2),
                        percent(tenth.foundSoFar()),
                        number(tenth.liftSoFar(), 2))));
        page.table(
                texts.t("evaluation.tenths"),
                List.of(
                        texts.t("evaluation.tenth"),
                        texts.t("evaluation.rows"),
                        texts.t("evaluation.stated"),
                        texts.t("evaluation.successes"),
                        texts.t("evaluation.rate"),
                        texts.t("evaluation.lift"),
                        texts.t("evaluation.found"),
                        texts.t("evaluation.liftSoFar")),
                rows);
    }

    private void comparison(Document page) {
        study.comparison().ifPresent(comparison -> {
            Interval gap = comparison.auc().interval();
            page.table(
                    texts.t("evaluation.compare"),
                    List.of(texts.t("evaluation.model"), "AUC", texts.t("evaluation.between"), "p"),
                    List.of(
                            List.of(
                                    study.report().model().toString(),
                                    number(comparison.auc().first().auc(), 4),
                                    texts.t(
                                            "evaluation.difference",
                                            number(comparison.auc().difference(), 4),
                                            number(gap.low(), 4),
                                            number(gap.high(), 4)),
                                    number(comparison.auc().pValue(), 3)),
                            List.of(
                                    comparison.kind().toString(),
                                    number(comparison.auc().second().auc(), 4),
                                    "",
                                    "")));
        });
    }

    private void profit(Document page, ProfitCurve profit) {
        page.table(
                texts.t(
                        "evaluation.profit.cutoffs",
                        profit.value().toString(),
                        profit.cost().toString()),
                List.of(
                        texts.t("evaluation.profit.how"),
                        texts.t("evaluation.profit.score"),
                        texts.t("evaluation.rows"),
                        texts.t("evaluation.successes"),
                        texts.t("evaluation.profit")),
                List.of(
                        cutOff(texts.t("evaluation.profit.stated"), profit.stated()),
                        cutOff(texts.t("evaluation.profit.best"), profit.best())));
    }

    private static List<String> cutOff(String how, ProfitCurve.CutOff cutOff) {
        return List.of(
                how,
                number(cutOff.score(), 4),
                count(cutOff.rows()),
                count(cutOff.successes()),
                cutOff.profit().toString());
    }

    private void fairness(Document page) {
        for (Fairness fairness : study.fairness()) {
            page.table(
                    texts.t(
                            "evaluation.fairness",
                            fairness.column(),
                            percent(fairness.selectionGap()),
                            number(fairness.selectionRatio(), 2),
                            percent(fairness.truePositiveGap()),
                            percent(fairness.falsePositiveGap())),
                    List.of(
                            texts.t("evaluation.group"),
                            texts.t("evaluation.rows"),
                            texts.t("evaluation.rate"),
                            texts.t("evaluation.stated"),
                            texts.t("evaluation.listed"),
                            texts.t("evaluation.tpr"),
                            texts.t("evaluation.fpr"),
                            "AUC"),
                    fairness.groups().stream().map(this::group).toList());
        }
    }

    private List<String> group(Fairness.Group group) {
        String name = group.name().isEmpty() ? texts.t("evaluation.missing") : group.name();
        Interval auc = group.auc().interval();
        return List.of(
                group.tooSmall() ? texts.t("evaluation.small", name) : name,
                count(group.rows()),
                percent(group.rate()),
                percent(group.stated()),
                percent(group.selected()),
                percent(group.truePositiveRate()),
                percent(group.falsePositiveRate()),
                auc.isKnown()
                        ? number(group.auc().auc(), 3) + " ("
                                + texts.t("evaluation.interval", number(auc.low(), 3), number(auc.high(), 3)) + ")"
                        : "–");
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
}
