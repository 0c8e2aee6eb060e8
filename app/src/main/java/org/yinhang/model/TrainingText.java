package org.yinhang.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingOutlook;
import org.yinhang.lake.training.TrainingSet;
import tools.jackson.databind.json.JsonMapper;

/** Tells what training has come to, to a person line by line or to a program at the end. */
final class TrainingText {

    private final boolean json;
    private final List<Map<String, Object>> models = new ArrayList<>();

    TrainingText(boolean json) {
        this.json = json;
    }

    String begin(LocalDate asOf) {
        return json
                ? ""
                : String.format(
                        Locale.ROOT,
                        "as of %s 截至%n%-22s%8s%8s%8s%8s%7s%7s%7s%7s%7s%7s  %s%n",
                        asOf,
                        "model 模型",
                        "learned",
                        "success",
                        "judged",
                        "success",
                        "AUC",
                        "KS",
                        "Brier",
                        "calib.",
                        "truth",
                        "s",
                        "made of");
    }

    String beginOutlook(LocalDate asOf) {
        return json
                ? ""
                : String.format(
                        Locale.ROOT,
                        "as of %s 截至%n%-22s%8s%8s%8s%8s  %s%n",
                        asOf,
                        "model 模型",
                        "learned",
                        "success",
                        "judged",
                        "success",
                        "days");
    }

    String outlook(ModelDefinition definition, TrainingOutlook outlook) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("model", definition.id());
            fields.put("outlook", outlook);
            models.add(fields);
            return "";
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-24s%8d%8d%8d%8d  %s – %s%n",
                definition.id(),
                outlook.rows(false),
                outlook.successes(false),
                outlook.rows(true),
                outlook.successes(true),
                outlook.days().getFirst().day(),
                outlook.days().getLast().day()));
        outlook.suspects()
                .forEach(one -> text.append(String.format(
                        Locale.ROOT, "  suspected to leak 疑似泄漏: %s (AUC %.3f)%n", one.column(), one.auc())));
        if (!outlook.idle().isEmpty()) {
            text.append("  one value or none 只有一种取值或没有取值: %s%n".formatted(String.join(", ", outlook.idle())));
        }
        return text.toString();
    }

    String trained(TrainedModel trained, double seconds) {
        TrainingSet set = trained.set();
        Evaluation e = trained.heldOut();
        models.add(fields(trained, seconds));
        if (json) {
            return "";
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-24s%8d%8d%8d%8d%7.3f%7.3f%7.4f%7.4f%7s%7.1f  %s%n",
                set.model().id(),
                set.learned().length,
                trained.model().provenance().positives(),
                e.scored(),
                e.positives(),
                e.auc(),
                e.ks(),
                e.brier(),
                e.calibrationError(),
                trained.truth()
                        .map(truth -> String.format(Locale.ROOT, "%.0f%%", 100 * truth.ratio()))
                        .orElse("–"),
                seconds,
                String.join(" + ", trained.model().provenance().learners())));
        for (FeatureStrength suspect : set.suspects()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  leak? '%s' alone reaches an AUC of %.3f; look whether it is known before the outcome%n",
                    suspect.column(),
                    suspect.auc()));
        }
        return text.toString();
    }

    String refused(ModelDefinition definition, FaultException faults) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", definition.id());
        fields.put("faults", faults.faults().stream().map(Object::toString).toList());
        models.add(fields);
        StringBuilder text = new StringBuilder();
        if (!json) {
            text.append("%-24srefused 未训练%n".formatted(definition.id()));
            faults.faults().forEach(fault -> text.append("  ").append(fault).append(System.lineSeparator()));
        }
        return text.toString();
    }

    String end() {
        return json ? JsonMapper.shared().writeValueAsString(models) + System.lineSeparator() : "";
    }

    private static Map<String, Object> fields(TrainedModel trained, double seconds) {
        TrainingSet set = trained.set();
        Evaluation e = trained.heldOut();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", set.model().id());
        fields.put("asOf", set.asOf().toString());
        fields.put("snapshot", set.snapshot());
        fields.put("days", set.days().days().stream().map(LocalDate::toString).toList());
        fields.put("learnedDays", set.days().learned());
        fields.put("offered", set.offered());
        fields.put("undecided", set.undecided());
        fields.put("overlapping", set.overlapping().length);
        fields.put("learned", set.learned().length);
        fields.put("learnedPositives", trained.model().provenance().positives());
        fields.put("judged", e.scored());
        fields.put("judgedPositives", e.positives());
        fields.put("auc", e.auc());
        fields.put("ks", e.ks());
        fields.put("alift", e.alift());
        fields.put("brier", e.brier());
        fields.put("calibrationError", e.calibrationError());
        fields.put("aucLow", trained.assessment().auc().interval().low());
        fields.put("aucHigh", trained.assessment().auc().interval().high());
        trained.truth()
                .ifPresent(truth -> fields.put(
                        "truth",
                        Map.of(
                                "measure",
                                truth.measure().toString(),
                                "model",
                                truth.model(),
                                "best",
                                truth.best(),
                                "ratio",
                                truth.ratio())));
        fields.put("dataHash", trained.model().provenance().dataHash());
        fields.put("learners", trained.model().provenance().learners());
        fields.put(
                "suspects",
                set.suspects().stream()
                        .map(suspect -> Map.of("feature", suspect.column(), "auc", suspect.auc()))
                        .toList());
        fields.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
        return fields;
    }
}
