package org.yinhang.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.evaluation.ProfitCurve;
import org.yinhang.core.evaluation.Stability;
import org.yinhang.core.learning.BacktestReport;
import tools.jackson.databind.json.JsonMapper;

/** Tells an evaluation to a program, as one JSON object. Where a figure cannot be computed, it is left out. */
final class EvaluationJson {

    private EvaluationJson() {}

    static String of(ResponseStudy study) {
        BacktestReport report = study.report();
        Evaluation evaluation = report.evaluation();
        Assessment assessment = study.assessment();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", report.rows());
        fields.put("scored", evaluation.scored());
        fields.put("positives", evaluation.positives());
        fields.put("model", report.model().toString());
        figure(fields, "auc", evaluation.auc(), assessment.auc().interval());
        figure(
                fields,
                "gini",
                assessment.auc().gini(),
                assessment.auc().interval().scaled(2, -1));
        number(fields, "aucWithin", evaluation.aucWithin());
        figure(fields, "ks", evaluation.ks(), assessment.ks());
        figure(fields, "alift", evaluation.alift(), assessment.alift());
        figure(fields, "topHalfShare", evaluation.topHalfShare(), assessment.topHalfShare());
        figure(fields, "brier", evaluation.brier(), assessment.brier());
        figure(fields, "logLoss", assessment.logLoss(), assessment.logLossInterval());
        number(fields, "calibrationError", evaluation.calibrationError());
        number(fields, "calibrationSlope", assessment.calibration().slope());
        number(fields, "calibrationIntercept", assessment.calibration().intercept());
        number(fields, "calibrationInTheLarge", assessment.calibration().inTheLarge());
        fields.put("top", evaluation.top());
        fields.put("foundInTop", evaluation.foundInTop());
        number(fields, "fitSeconds", report.fitSeconds());
        number(fields, "rowsPerSecond", Math.rint(report.rowsPerSecond()));
        findings(fields, study);
        fields.put("chosen", report.choices());
        return text(fields);
    }

    static String text(Map<String, Object> fields) {
        return JsonMapper.shared().writeValueAsString(fields) + System.lineSeparator();
    }

    private static void findings(Map<String, Object> fields, ResponseStudy study) {
        fields.put(
                "suspects",
                study.suspects().stream().map(FeatureStrength::column).toList());
        fields.put(
                "notes",
                study.notes().stream()
                        .map(note -> Map.of(
                                "column", note.column(), "kind", note.kind().name()))
                        .toList());
        study.comparison().ifPresent(comparison -> {
            Map<String, Object> other = new LinkedHashMap<>();
            other.put("model", comparison.kind().toString());
            figure(
                    other,
                    "auc",
                    comparison.auc().second().auc(),
                    comparison.auc().second().interval());
            figure(
                    other,
                    "difference",
                    comparison.auc().difference(),
                    comparison.auc().interval());
            number(other, "pValue", comparison.auc().pValue());
            fields.put("compare", other);
        });
        study.profit().ifPresent(profit -> fields.put("profit", profit(profit)));
        fields.put(
                "features",
                study.strengths().stream()
                        .map(strength -> {
                            Map<String, Object> feature = new LinkedHashMap<>();
                            feature.put("column", strength.column());
                            number(feature, "auc", strength.auc());
                            study.drifts().stream()
                                    .filter(drift -> drift.column().equals(strength.column()))
                                    .forEach(drift ->
                                            number(feature, "psi", drift.index().value()));
                            return feature;
                        })
                        .toList());
        fields.put(
                "stability",
                study.stability().periods().stream().map(EvaluationJson::period).toList());
        if (!study.fairness().isEmpty()) {
            fields.put(
                    "fairness",
                    study.fairness().stream().map(EvaluationJson::fairness).toList());
        }
    }

    private static Map<String, Object> profit(ProfitCurve profit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", profit.value().yuan());
        fields.put("cost", profit.cost().yuan());
        cutOff(fields, "best", profit.best());
        cutOff(fields, "stated", profit.stated());
        return fields;
    }

    private static void cutOff(Map<String, Object> fields, String name, ProfitCurve.CutOff cutOff) {
        number(fields, name + "Score", cutOff.score());
        fields.put(name + "Rows", cutOff.rows());
        fields.put(name + "Profit", cutOff.profit().yuan());
    }

    private static Map<String, Object> period(Stability.Period period) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", period.name());
        fields.put("rows", period.rows());
        number(fields, "rate", period.rate());
        number(fields, "stated", period.stated());
        figure(fields, "auc", period.auc().auc(), period.auc().interval());
        number(fields, "psi", period.scores().value());
        return fields;
    }

    private static Map<String, Object> fairness(Fairness fairness) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("column", fairness.column());
        number(fields, "selectionGap", fairness.selectionGap());
        number(fields, "selectionRatio", fairness.selectionRatio());
        number(fields, "truePositiveGap", fairness.truePositiveGap());
        number(fields, "falsePositiveGap", fairness.falsePositiveGap());
        number(fields, "calibrationGap", fairness.calibrationGap());
        List<Map<String, Object>> groups = fairness.groups().stream()
                .map(group -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("name", group.name());
                    one.put("rows", group.rows());
                    one.put("tooSmall", group.tooSmall());
                    number(one, "rate", group.rate());
                    number(one, "stated", group.stated());
                    number(one, "selected", group.selected());
                    number(one, "truePositiveRate", group.truePositiveRate());
                    number(one, "falsePositiveRate", group.falsePositiveRate());
                    figure(one, "auc", group.auc().auc(), group.auc().interval());
                    return one;
                })
                .toList();
        fields.put("groups", groups);
        return fields;
    }

    static void figure(Map<String, Object> fields, String name, double value, Interval interval) {
        number(fields, name, value);
        number(fields, name + "Low", interval.low());
        number(fields, name + "High", interval.high());
    }

    static void number(Map<String, Object> fields, String name, double value) {
        if (Double.isFinite(value)) {
            fields.put(name, value);
        }
    }
}
