package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.lake.training.ModelDefinition.EveryFact;
import org.yinhang.lake.training.ModelDefinition.Expressed;
import org.yinhang.lake.training.ModelDefinition.Reading;
import org.yinhang.lake.training.ModelDefinition.Schedule;

/** Writes one declaration in the words {@link DefinitionFile} reads, so that it can be kept, shown and read again as the same. */
public final class DefinitionText {

    private final List<String> lines = new ArrayList<>();

    private DefinitionText() {}

    /** The declaration as a file of its own, with nothing left to defaults. */
    public static String of(ModelDefinition model) {
        return new DefinitionText().write(model);
    }

    private String write(ModelDefinition model) {
        lines.add("models:");
        lines.add("  %s:".formatted(model.id()));
        text("zh", model.zh());
        text("en", model.en());
        textIfAny("note", model.note());
        line("family", word(model.family()));
        text("owner", model.governance().owner());
        line(
                "purpose",
                model.governance().purposes().stream()
                        .map(DefinitionText::word)
                        .collect(Collectors.joining(", ", "[", "]")));
        line("basis", word(model.governance().basis()));
        textIfAny("bureau_purpose", model.governance().bureauPurpose());
        model.governance()
                .approval()
                .ifPresent(given ->
                        line("approval", "{by: %s, on: %s}".formatted(quoted(given.by()), quoted(given.on() + ""))));
        line("version", "" + model.governance().version());
        if (model.rows() instanceof EveryFact(var table, var where)) {
            line("from", table);
            textIfAny("rows", where);
        }
        text("population", model.population());
        line("features", list(model.features().tags()));
        expressions("expressions", model.features().expressions());
        expressions("of_row", model.features().ofRow());
        if (!model.features().monotone().isEmpty()) {
            line("monotone", "");
            model.features()
                    .monotone()
                    .forEach((feature, way) -> lines.add("      %s: %s".formatted(quoted(feature), way.word())));
        }
        text("outcome", model.outcome());
        line("window", "" + model.window());
        line("maturity", "" + model.maturity());
        Schedule days = model.schedule();
        line(
                "observations",
                "{every: %s, count: %d, held_out: %d, history: %d, sample: %d}"
                        .formatted(word(days.every()), days.count(), days.heldOut(), days.history(), days.sample()));
        line("kind", model.kind().toString());
        line("seed", "" + model.seed());
        line("fairness", list(model.fairness()));
        if (!model.scores().isEmpty()) {
            line("scores", "");
            model.scores().forEach(score -> lines.add("      %s: %s".formatted(score.tag(), reading(score.reading()))));
        }
        return String.join("\n", lines) + "\n";
    }

    private void line(String key, String value) {
        lines.add("    %s:%s".formatted(key, value.isEmpty() ? "" : " " + value));
    }

    private void text(String key, String value) {
        line(key, quoted(value));
    }

    private void textIfAny(String key, String value) {
        if (!value.isEmpty()) {
            text(key, value);
        }
    }

    private void expressions(String key, List<Expressed> expressions) {
        if (expressions.isEmpty()) {
            return;
        }
        line(key, "");
        for (Expressed one : expressions) {
            lines.add("      %s:".formatted(one.id()));
            lines.add("        zh: " + quoted(one.zh()));
            lines.add("        en: " + quoted(one.en()));
            lines.add("        expression: " + quoted(one.text()));
            one.assume().ifPresent(assumed -> lines.add("        assume: " + quoted(assumed)));
        }
    }

    private static String reading(Reading reading) {
        return switch (reading) {
            case ModelDefinition.Probability probability -> "probability";
            case ModelDefinition.Best(var feature, var values) ->
                "{best: %s, of: %s}".formatted(quoted(feature), list(values));
            case ModelDefinition.Change(var feature, var from, var to, var given) ->
                "{change: %s, from: %s, to: %s, given: %s}"
                        .formatted(quoted(feature), quoted(from), quoted(to), map(given));
        };
    }

    private static String list(List<String> values) {
        return values.stream().map(DefinitionText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String map(Map<String, String> values) {
        return values.entrySet().stream()
                .map(one -> quoted(one.getKey()) + ": " + quoted(one.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
