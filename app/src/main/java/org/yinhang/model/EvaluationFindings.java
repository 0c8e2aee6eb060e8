package org.yinhang.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.core.evaluation.AucComparison;
import org.yinhang.core.evaluation.ColumnNote;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.evaluation.FeatureDrift;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.evaluation.ProfitCurve;

/** What an evaluation found beside the figures: suspects, odd columns, drift, a second model, profit, fairness. */
final class EvaluationFindings {

    /** PSI from which a column is said to have moved. */
    static final double MOVED = 0.1;

    private static final int DRIFTS_TOLD = 5;

    private EvaluationFindings() {}

    static void addTo(StringBuilder text, ResponseStudy study) {
        int before = text.length();
        for (FeatureStrength suspect : study.suspects()) {
            EvaluationText.line(
                    text,
                    "Suspect",
                    String.format(
                            Locale.ROOT,
                            "'%s' alone has an AUC of %.3f: it may know the outcome. If it is written after the event,"
                                    + " leave it out with --exclude.",
                            suspect.column(),
                            suspect.auc()));
        }
        study.notes().forEach(note -> EvaluationText.line(text, "Column", words(note)));
        drift(text, study.drifts());
        study.comparison().ifPresent(comparison -> {
            AucComparison auc = comparison.auc();
            Interval gap = auc.interval();
            EvaluationText.line(
                    text,
                    "Compared",
                    String.format(
                            Locale.ROOT,
                            "with %s, AUC %.4f: difference %+.4f (%+.4f to %+.4f), p = %.3f",
                            comparison.kind(),
                            auc.second().auc(),
                            auc.difference(),
                            gap.low(),
                            gap.high(),
                            auc.pValue()));
        });
        study.profit().ifPresent(profit -> {
            EvaluationText.line(text, "Profit", cutOff("cut-off chosen on these rows", profit.best()));
            EvaluationText.line(text, "", cutOff("cut-off at cost by value", profit.stated()));
        });
        study.fairness().forEach(fairness -> EvaluationText.line(text, "Fairness", words(fairness)));
        if (text.length() > before) {
            text.insert(before, '\n');
        }
    }

    private static String words(ColumnNote note) {
        return switch (note.kind()) {
            case ALL_MISSING -> "'%s' has no value in any row; it teaches nothing.".formatted(note.column());
            case CONSTANT -> "'%s' has the same value in every row; it teaches nothing.".formatted(note.column());
            case A_WORD_A_ROW ->
                String.format(
                        Locale.ROOT,
                        "'%s' has %,d different words, nearly one a row: an identifier? It says nothing of new rows.",
                        note.column(),
                        note.distinct());
        };
    }

    private static void drift(StringBuilder text, List<FeatureDrift> drifts) {
        String moved = drifts.stream()
                .filter(drift -> drift.index().value() >= MOVED)
                .limit(DRIFTS_TOLD)
                .map(drift -> String.format(
                        Locale.ROOT, "%s %.2f", drift.column(), drift.index().value()))
                .collect(Collectors.joining(", "));
        if (!moved.isEmpty()) {
            EvaluationText.line(text, "Drift", "from rows learned from to rows scored (PSI): " + moved);
        }
    }

    private static String cutOff(String name, ProfitCurve.CutOff cutOff) {
        return String.format(
                Locale.ROOT,
                "%s: %,d rows, %,d successes, ¥%,.2f%s",
                name,
                cutOff.rows(),
                cutOff.successes(),
                cutOff.profit().yuan(),
                cutOff.rows() == 0 ? "" : String.format(Locale.ROOT, " (score ≥ %.4f)", cutOff.score()));
    }

    private static String words(Fairness fairness) {
        String small = fairness.groups().stream()
                .filter(Fairness.Group::tooSmall)
                .map(group -> group.name().isEmpty() ? "missing" : group.name())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s: share listed differs by %.1f points (lowest by highest %.2f), true positives by %.1f, false"
                        + " positives by %.1f, calibration by %.1f%s",
                fairness.column(),
                100 * fairness.selectionGap(),
                fairness.selectionRatio(),
                100 * fairness.truePositiveGap(),
                100 * fairness.falsePositiveGap(),
                100 * fairness.calibrationGap(),
                small.isEmpty() ? "" : "; too small to judge: " + small);
    }
}
