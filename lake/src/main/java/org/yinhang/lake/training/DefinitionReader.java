package org.yinhang.lake.training;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.lake.tag.Approval;
import org.yinhang.lake.tag.LegalBasis;
import org.yinhang.lake.tag.Refresh;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagPurpose;
import org.yinhang.lake.training.ModelDefinition.EveryCustomer;
import org.yinhang.lake.training.ModelDefinition.EveryFact;
import org.yinhang.lake.training.ModelDefinition.Expressed;
import org.yinhang.lake.training.ModelDefinition.Reading;
import org.yinhang.lake.training.ModelDefinition.Schedule;
import org.yinhang.lake.training.ModelDefinition.Score;
import org.yinhang.lake.training.ModelDefinition.Step;
import org.yinhang.lake.yaml.YamlNode;

/** Reads one model's declaration, or one for each of several products; what it leaves out comes from the file's defaults. */
final class DefinitionReader {

    private static final String EACH = "each";

    private final Optional<YamlNode> defaults;

    DefinitionReader(Optional<YamlNode> defaults) {
        this.defaults = defaults.map(node -> node.only(
                "owner", "purpose", "basis", "maturity", "observations", "kind", "seed", "fairness", "approval"));
    }

    /** A model, or, where it says {@code each}, one for each of the texts that stand for {@code $} in it. */
    List<ModelDefinition> read(String id, YamlNode node) {
        node.only(
                EACH,
                "zh",
                "en",
                "note",
                "family",
                "owner",
                "purpose",
                "basis",
                "bureau_purpose",
                "approval",
                "version",
                "from",
                "rows",
                "population",
                "features",
                "expressions",
                "of_row",
                "outcome",
                "window",
                "maturity",
                "observations",
                "kind",
                "seed",
                "fairness",
                "scores",
                "monotone");
        Optional<YamlNode> each = node.find(EACH);
        if (each.isEmpty()) {
            return List.of(read(id, node, Stencil.NONE));
        }
        List<ModelDefinition> models = new ArrayList<>();
        each.get().entries().forEach((value, names) -> {
            List<String> texts = names.texts();
            if (texts.size() < 2) {
                throw names.wrong(
                        "A value has a Chinese and an English name.", "Write %s: [中文, English].".formatted(value));
            }
            models.add(read(id, node, new Stencil(value, texts)));
        });
        return models;
    }

    /**
     * What stands for {@code $} in a declaration, for {@code $id} in lower case, for {@code $zh} and {@code $en} by its names,
     * and for {@code $1}, {@code $2}… by what else it says.
     */
    private record Stencil(String value, List<String> texts) {

        static final Stencil NONE = new Stencil("", List.of());

        String fill(String text) {
            if (texts.isEmpty()) {
                return text;
            }
            String filled = text.replace("$zh", texts.get(0)).replace("$en", texts.get(1));
            for (int i = 2; i < texts.size(); i++) {
                filled = filled.replace("$" + (i - 1), texts.get(i));
            }
            return filled.replace("$id", value.toLowerCase(Locale.ROOT)).replace("$", value);
        }
    }

    private ModelDefinition read(String pattern, YamlNode node, Stencil stencil) {
        String id = stencil.fill(pattern);
        if (!id.matches("[a-z][a-z0-9_]*")) {
            throw node.wrong(
                    "'%s' cannot be a model's identifier.".formatted(id),
                    "Use lower-case letters, digits and underscores.");
        }
        ModelDefinition.Source rows = node.find("from")
                .<ModelDefinition.Source>map(from -> new EveryFact(from.text(), stencil.fill(node.text("rows", ""))))
                .orElseGet(EveryCustomer::new);
        ModelDefinition.Features features = new ModelDefinition.Features(
                node.find("features").map(YamlNode::texts).orElse(List.of()),
                expressions(node, "expressions", stencil),
                expressions(node, "of_row", stencil),
                monotone(node));
        return new ModelDefinition(
                id,
                stencil.fill(node.get("zh").text()),
                stencil.fill(node.get("en").text()),
                stencil.fill(node.text("note", "")),
                node.get("family").oneOf(ModelFamily.class),
                governance(node),
                rows,
                stencil.fill(node.get("population").text()),
                features,
                stencil.fill(node.get("outcome").text()),
                node.get("window").whole(1, Schedule.LONGEST),
                setting(node, "maturity").whole(0, Schedule.LONGEST),
                schedule(setting(node, "observations")),
                setting(node, "kind").oneOf(ModelKind.class),
                setting(node, "seed").whole(),
                setting(node, "fairness").texts(),
                scores(node, stencil),
                node.where());
    }

    private static Map<String, Direction> monotone(YamlNode node) {
        Map<String, Direction> monotone = new TreeMap<>();
        node.find("monotone").ifPresent(listed -> listed.entries()
                .forEach((feature, way) -> monotone.put(feature, way.oneOf(Direction.class))));
        return monotone;
    }

    private static List<Expressed> expressions(YamlNode node, String key, Stencil stencil) {
        List<Expressed> expressions = new ArrayList<>();
        node.find(key).ifPresent(listed -> listed.entries().forEach((id, one) -> {
            one.only("zh", "en", "expression", "assume");
            expressions.add(new Expressed(
                    id,
                    one.get("zh").text(),
                    one.get("en").text(),
                    stencil.fill(one.get("expression").text()),
                    one.find("assume").map(YamlNode::text).map(stencil::fill),
                    one.where()));
        }));
        return expressions;
    }

    private static Schedule schedule(YamlNode node) {
        node.only("every", "count", "held_out", "history", "sample");
        int count = node.get("count").whole(2, Schedule.LONGEST);
        return new Schedule(
                node.get("every").oneOf(Step.class),
                count,
                node.get("held_out").whole(1, count - 1),
                node.get("history").whole(0, Schedule.LONGEST),
                node.get("sample").whole(1, Schedule.MOST_ROWS / count));
    }

    private static List<Score> scores(YamlNode node, Stencil stencil) {
        List<Score> scores = new ArrayList<>();
        node.find("scores").ifPresent(listed -> listed.entries()
                .forEach((tag, reading) -> scores.add(new Score(stencil.fill(tag), reading(reading)))));
        return scores;
    }

    private static Reading reading(YamlNode node) {
        if (!node.isMap()) {
            if (!node.text().equals("probability")) {
                throw node.wrong(
                        "'%s' is no way to read a model.".formatted(node.text()),
                        "Write probability, {best: FEATURE, of: […]} or {change: FEATURE, from: …, to: …}.");
            }
            return new ModelDefinition.Probability();
        }
        node.only("best", "of", "change", "from", "to", "given");
        return node.find("best").isPresent()
                ? new ModelDefinition.Best(
                        node.get("best").text(), node.get("of").texts())
                : new ModelDefinition.Change(
                        node.get("change").text(),
                        node.get("from").text(),
                        node.get("to").text(),
                        node.find("given").map(DefinitionReader::texts).orElse(Map.of()));
    }

    private static Map<String, String> texts(YamlNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.entries().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    private Tag.Governance governance(YamlNode node) {
        List<TagPurpose> purposes = setting(node, "purpose").list().stream()
                .map(purpose -> purpose.oneOf(TagPurpose.class))
                .toList();
        return new Tag.Governance(
                setting(node, "owner").text(),
                purposes,
                setting(node, "basis").oneOf(LegalBasis.class),
                node.text("bureau_purpose", ""),
                Set.of(),
                Refresh.DAILY,
                find(node, "approval").map(DefinitionReader::approval),
                node.find("version")
                        .map(version -> version.whole(1, Integer.MAX_VALUE))
                        .orElse(1));
    }

    private static Approval approval(YamlNode node) {
        node.only("by", "on");
        try {
            return new Approval(
                    node.get("by").text(), LocalDate.parse(node.get("on").text()));
        } catch (DateTimeParseException e) {
            throw node.get("on").wrong("This is not a day.", "Write it as 2026-01-31.");
        }
    }

    private YamlNode setting(YamlNode node, String key) {
        return find(node, key).orElseGet(() -> node.get(key));
    }

    private Optional<YamlNode> find(YamlNode node, String key) {
        return node.find(key).or(() -> defaults.flatMap(d -> d.find(key)));
    }
}
