package org.yinhang.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.learning.BacktestReport;
import org.yinhang.core.table.Target;
import tools.jackson.databind.json.JsonMapper;

/** Tells an evaluation to a person or to a program. */
final class EvaluationText {

    private static final int CHOICES_TOLD = 6;

    private EvaluationText() {}

    static String json(BacktestReport report) {
        Evaluation evaluation = report.evaluation();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", report.rows());
        fields.put("scored", evaluation.scored());
        fields.put("positives", evaluation.positives());
        fields.put("model", report.model().toString());
        putNumber(fields, "auc", evaluation.auc());
        putNumber(fields, "aucWithin", evaluation.aucWithin());
        putNumber(fields, "ks", evaluation.ks());
        putNumber(fields, "alift", evaluation.alift());
        putNumber(fields, "topHalfShare", evaluation.topHalfShare());
        putNumber(fields, "brier", evaluation.brier());
        putNumber(fields, "calibrationError", evaluation.calibrationError());
        fields.put("top", evaluation.top());
        fields.put("foundInTop", evaluation.foundInTop());
        putNumber(fields, "fitSeconds", report.fitSeconds());
        putNumber(fields, "rowsPerSecond", Math.rint(report.rowsPerSecond()));
        fields.put("chosen", report.choices());
        return JsonMapper.shared().writeValueAsString(fields) + System.lineSeparator();
    }

    /** Where a figure cannot be computed, as with one outcome only, it is left out. */
    private static void putNumber(Map<String, Object> fields, String name, double value) {
        if (Double.isFinite(value)) {
            fields.put(name, value);
        }
    }

    static String plain(BacktestReport report, String table, Target target, Split split) {
        Evaluation e = report.evaluation();
        StringBuilder text = new StringBuilder();
        line(text, "Table", "%s, %,d rows; success is %s".formatted(table, report.rows(), target));
        line(
                text,
                "Judged on",
                String.format(
                        Locale.ROOT,
                        "%,d rows no model had seen (%s), %,d successes (%.1f %%)",
                        e.scored(),
                        split,
                        e.positives(),
                        100.0 * e.positives() / e.scored()));
        text.append('\n');
        figure(text, "AUC", e.auc(), "chance that a success is ranked above a failure; 0.5 is a coin");
        figure(text, "AUC within", e.aucWithin(), "the same inside each step or fold, averaged");
        figure(text, "KS", e.ks(), "widest gap between successes and failures at any cut-off");
        figure(text, "ALIFT", e.alift(), "area under the gains curve; 0.5 is a random list");
        line(
                text,
                "Better half",
                String.format(
                        Locale.ROOT,
                        "%.1f %%   of all successes stand in the better half of the list",
                        100 * e.topHalfShare()));
        line(
                text,
                "Top " + e.top(),
                String.format(
                        Locale.ROOT,
                        "%-8d successes; a random list of that length has %.0f",
                        e.foundInTop(),
                        (double) e.positives() * Math.min(e.top(), e.scored()) / e.scored()));
        figure(text, "Brier", e.brier(), "mean squared error of the probabilities; less is better");
        figure(text, "Calibration", e.calibrationError(), "mean gap between stated and observed rate over ten bins");
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

    private static void figure(StringBuilder text, String name, double value, String meaning) {
        String number = Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "–";
        line(text, name, String.format(Locale.ROOT, "%-8s %s", number, meaning));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-13s%s%n", name, value));
    }
}
