package org.yinhang.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.learning.BacktestReport;

/** Tells an evaluation to a person, with intervals of 95 %. */
final class EvaluationText {

    private static final int CHOICES_TOLD = 6;

    private EvaluationText() {}

    static String plain(ResponseStudy study) {
        BacktestReport report = study.report();
        Assessment a = study.assessment();
        Evaluation e = report.evaluation();
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Table",
                "%s, %,d rows; success is %s".formatted(study.table().name(), report.rows(), study.target()));
        line(
                text,
                "Judged on",
                String.format(
                        Locale.ROOT,
                        "%,d rows no model had seen (%s), %,d successes (%.1f %%)",
                        e.scored(),
                        study.split(),
                        e.positives(),
                        100.0 * e.positives() / e.scored()));
        text.append('\n');
        figure(
                text,
                "AUC",
                e.auc(),
                a.auc().interval(),
                "chance that a success is ranked above a failure; 0.5 is a coin");
        figure(text, "Gini", a.auc().gini(), a.auc().interval().scaled(2, -1), "2 AUC − 1");
        figure(text, "AUC within", e.aucWithin(), Interval.UNKNOWN, "the same inside each step or fold, averaged");
        figure(text, "KS", e.ks(), a.ks(), "widest gap between successes and failures at any cut-off");
        figure(text, "ALIFT", e.alift(), a.alift(), "area under the gains curve; 0.5 is a random list");
        line(
                text,
                "Better half",
                String.format(
                        Locale.ROOT,
                        "%-8s %-17s of all successes stand in the better half of the list",
                        ReportTexts.percent(e.topHalfShare()),
                        ReportTexts.percent(a.topHalfShare().low()) + " to "
                                + ReportTexts.percent(a.topHalfShare().high())));
        line(
                text,
                "Top " + e.top(),
                String.format(
                        Locale.ROOT,
                        "%-8d successes; a random list of that length has %.0f",
                        e.foundInTop(),
                        (double) e.positives() * Math.min(e.top(), e.scored()) / e.scored()));
        figure(text, "Brier", e.brier(), a.brier(), "mean squared error of the probabilities; less is better");
        figure(text, "Log loss", a.logLoss(), a.logLossInterval(), "nats a row; less is better");
        figure(
                text,
                "Calibration",
                e.calibrationError(),
                Interval.UNKNOWN,
                "mean gap between stated and observed rate over ten bins");
        figure(
                text,
                "  slope",
                a.calibration().slope(),
                Interval.UNKNOWN,
                "1 is right; below 1 the probabilities are too far apart");
        EvaluationFindings.addTo(text, study);
        text.append('\n');
        line(text, "Training", String.format(Locale.ROOT, "%.1f s in all", report.fitSeconds()));
        line(text, "Scoring", String.format(Locale.ROOT, "%,.0f rows a second", report.rowsPerSecond()));
        text.append('\n');
        choices(text, report);
        return text.toString();
    }

    private static void choices(StringBuilder text, BacktestReport report) {
        Map<String, Long> counted = report.choices().stream()
                .collect(Collectors.groupingBy(choice -> choice, LinkedHashMap::new, Collectors.counting()));
        text.append("What the models are made of\n");
        counted.entrySet().stream()
                .limit(CHOICES_TOLD)
                .forEach(entry -> text.append("  %d × %s%n".formatted(entry.getValue(), entry.getKey())));
        if (counted.size() > CHOICES_TOLD) {
            text.append("  … and %d more kinds; --json lists all%n".formatted(counted.size() - CHOICES_TOLD));
        }
    }

    private static void figure(StringBuilder text, String name, double value, Interval interval, String meaning) {
        String number = Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "–";
        String sure =
                interval.isKnown() ? String.format(Locale.ROOT, "%.4f to %.4f", interval.low(), interval.high()) : "";
        line(text, name, String.format(Locale.ROOT, "%-8s %-17s %s", number, sure, meaning));
    }

    static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-13s%s%n", name, value));
    }
}
