package org.yinhang.model;

import static org.yinhang.model.ReportTexts.count;
import static org.yinhang.model.ReportTexts.number;

import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.core.evaluation.AucComparison;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.evaluation.FeatureDrift;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.evaluation.ProfitCurve;

/** What an evaluation found beside its figures, in lines for a terminal: leaks, columns that teach nothing, drift, profit, fairness. */
final class EvaluationFindings {

    /** PSI from which a column is said to have moved. */
    static final double MOVED = 0.1;

    private static final int DRIFTS_TOLD = 5;

    private final ResponseStudy study;
    private final ReportTexts texts;

    EvaluationFindings(ResponseStudy study, ReportTexts texts) {
        this.study = study;
        this.texts = texts;
    }

    void addTo(ToldLines lines) {
        ToldLines found = new ToldLines(texts);
        for (FeatureStrength suspect : study.suspects()) {
            found.line(
                    texts.t("told.suspect"), texts.t("evaluation.suspect", suspect.column(), number(suspect.auc(), 3)));
        }
        study.notes().forEach(note -> found.line(texts.t("told.note"), texts.of(note)));
        drift(found);
        study.comparison().ifPresent(comparison -> {
            AucComparison auc = comparison.auc();
            found.line(
                    texts.t("told.compared"),
                    texts.t(
                            "told.compared.is",
                            comparison.kind(),
                            number(auc.second().auc(), 4),
                            ToldLines.signed(auc.difference(), 4),
                            ToldLines.signed(auc.interval().low(), 4),
                            ToldLines.signed(auc.interval().high(), 4),
                            number(auc.pValue(), 3)));
        });
        study.profit().ifPresent(profit -> {
            found.line(texts.t("told.profit"), cutOff("told.profit.best", profit.best()));
            found.line("", cutOff("told.profit.stated", profit.stated()));
        });
        study.fairness().forEach(fairness -> found.line(texts.t("told.fairness"), words(fairness)));
        lines.part(found);
    }

    private void drift(ToldLines found) {
        String moved = study.drifts().stream()
                .filter(drift -> drift.index().value() >= MOVED)
                .limit(DRIFTS_TOLD)
                .map(EvaluationFindings::words)
                .collect(Collectors.joining(", "));
        if (!moved.isEmpty()) {
            found.line(texts.t("told.drift"), texts.t("told.drift.is", moved));
        }
    }

    private static String words(FeatureDrift drift) {
        return drift.column() + " " + number(drift.index().value(), 2);
    }

    private String cutOff(String how, ProfitCurve.CutOff cutOff) {
        String score = cutOff.rows() == 0 ? "" : texts.t("told.cutoff.score", number(cutOff.score(), 4));
        String yuan = String.format(Locale.ROOT, "%,.2f", cutOff.profit().yuan());
        return texts.t("told.cutoff", texts.t(how), count(cutOff.rows()), count(cutOff.successes()), yuan) + score;
    }

    private String words(Fairness fairness) {
        String small = fairness.groups().stream()
                .filter(Fairness.Group::tooSmall)
                .map(group -> group.name().isEmpty() ? texts.t("evaluation.missing") : group.name())
                .collect(Collectors.joining(", "));
        return texts.t(
                        "told.fairness.is",
                        fairness.column(),
                        points(fairness.selectionGap()),
                        number(fairness.selectionRatio(), 2),
                        points(fairness.truePositiveGap()),
                        points(fairness.falsePositiveGap()),
                        points(fairness.calibrationGap()))
                + (small.isEmpty() ? "" : texts.t("told.fairness.small", small));
    }

    private static String points(double share) {
        return number(100 * share, 1);
    }
}
