package org.yinhang.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yinhang.core.uplift.Balance;
import org.yinhang.core.uplift.Placebo;
import org.yinhang.core.uplift.UpliftEvaluation;
import org.yinhang.core.uplift.UpliftReport;

/** Tells an evaluation of effects to a program, as one JSON object; the figures are those of the first treatment, all under {@code treatments}. */
final class UpliftJson {

    private static final int COLUMNS_TOLD = 5;

    private UpliftJson() {}

    static String of(UpliftStudy study) {
        UpliftReport report = study.report();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", report.rows());
        fields.put("leftOut", report.leftOut());
        fields.put("scored", report.scored());
        fields.put("positives", report.positives());
        fields.put("model", study.learner().base().toString());
        fields.put("learner", study.learner().kind().toString());
        fields.putAll(treatment(study, 0));
        if (study.evaluations().size() > 1) {
            fields.put(
                    "treatments",
                    IntStream.range(0, study.evaluations().size())
                            .mapToObj(treatment -> treatment(study, treatment))
                            .toList());
        }
        study.best().ifPresent(best -> {
            Map<String, Object> rule = new LinkedHashMap<>();
            EvaluationJson.figure(rule, "rate", best.rate(), best.interval());
            rule.put("shares", best.shares());
            rule.put("rates", best.rates());
            fields.put("best", rule);
        });
        EvaluationJson.number(fields, "fitSeconds", report.fitSeconds());
        fields.put("chosen", report.choices());
        return EvaluationJson.text(fields);
    }

    private static Map<String, Object> treatment(UpliftStudy study, int treatment) {
        UpliftEvaluation e = study.evaluations().get(treatment);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("treatment", study.report().treatments().name(treatment + 1));
        fields.put("treated", e.treated());
        fields.put("control", e.control());
        EvaluationJson.number(fields, "treatedRate", e.treatedRate());
        EvaluationJson.number(fields, "controlRate", e.controlRate());
        estimate(fields, "ate", e.ate());
        estimate(fields, "uplift30", e.upliftAt());
        estimate(fields, "qini", e.qini());
        estimate(fields, "auuc", e.auuc());
        fields.put("placebo", placebo(e.placebo()));
        fields.put("balance", balance(e.balance()));
        study.comparison().ifPresent(comparison -> {
            Map<String, Object> other = new LinkedHashMap<>();
            UpliftEvaluation second = comparison.evaluations().get(treatment);
            other.put("learner", comparison.learner().kind().toString());
            other.put("model", comparison.learner().base().toString());
            estimate(other, "uplift30", second.upliftAt());
            estimate(other, "qini", second.qini());
            estimate(other, "auuc", second.auuc());
            estimate(other, "qiniDifference", comparison.gaps().get(treatment));
            fields.put("compare", other);
        });
        return fields;
    }

    private static Map<String, Object> placebo(Placebo placebo) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("times", placebo.times());
        EvaluationJson.figure(fields, "qini", placebo.mean(), placebo.interval());
        EvaluationJson.number(fields, "pValue", placebo.pValue());
        return fields;
    }

    private static Map<String, Object> balance(Balance balance) {
        Map<String, Object> fields = new LinkedHashMap<>();
        EvaluationJson.number(fields, "treatedShare", balance.treatedShare());
        EvaluationJson.number(fields, "halvesPValue", balance.halves());
        fields.put("doubtful", balance.isDoubtful());
        List<Map<String, Object>> columns = balance.columns().stream()
                .limit(COLUMNS_TOLD)
                .map(column -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("column", column.column());
                    EvaluationJson.number(one, "psi", column.index().value());
                    EvaluationJson.number(one, "pValue", column.pValue());
                    return one;
                })
                .toList();
        fields.put("columns", columns);
        return fields;
    }

    private static void estimate(Map<String, Object> fields, String name, UpliftEvaluation.Estimate estimate) {
        EvaluationJson.figure(fields, name, estimate.value(), estimate.interval());
    }
}
