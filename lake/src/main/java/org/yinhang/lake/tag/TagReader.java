package org.yinhang.lake.tag;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.Tag.Definition;
import org.yinhang.lake.tag.Tag.Governance;
import org.yinhang.lake.tag.Tag.GraphMeasure;
import org.yinhang.lake.yaml.YamlNode;

/** Reads one tag's declaration; what it leaves out of the governance comes from the file's defaults. */
final class TagReader {

    private static final int MOST_BANDS = 100;

    private final Optional<YamlNode> defaults;

    TagReader(Optional<YamlNode> defaults) {
        this.defaults = defaults;
    }

    Tag read(String id, YamlNode node) {
        node.only(
                "zh",
                "en",
                "note",
                "category",
                "kind",
                "type",
                "values",
                "expression",
                "of",
                "bands",
                "recency",
                "frequency",
                "amount",
                "measure",
                "owner",
                "purpose",
                "basis",
                "bureau_purpose",
                "data",
                "refresh",
                "approval",
                "version",
                "quality");
        if (!id.matches("[a-z][a-z0-9_]*")) {
            throw node.wrong(
                    "'%s' cannot be a tag's identifier.".formatted(id),
                    "Use lower-case letters, digits and underscores.");
        }
        TagKind kind = node.get("kind").oneOf(TagKind.class);
        return new Tag(
                id,
                node.get("zh").text(),
                node.get("en").text(),
                node.text("note", ""),
                node.get("category").oneOf(TagCategory.class),
                definition(kind, node),
                type(node.get("type")),
                values(node),
                governance(node),
                node.find("quality").map(TagReader::quality).orElse(QualityRule.NONE),
                node.where());
    }

    private static ValueType type(YamlNode node) {
        ValueType type = node.oneOf(ValueType.class);
        if (type == ValueType.NOTHING) {
            throw node.wrong("A tag has values.", "Give the type of its values.");
        }
        return type;
    }

    private static Definition definition(TagKind kind, YamlNode node) {
        Optional<GraphMeasure> measure =
                kind == TagKind.GRAPH ? Optional.of(node.get("measure").oneOf(GraphMeasure.class)) : Optional.empty();
        List<String> roles =
                switch (kind) {
                    case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE -> List.of("expression");
                    case BUCKET -> List.of("of");
                    case RFM -> List.of("recency", "frequency", "amount");
                    case GRAPH -> measure.orElseThrow().isOfOthers() ? List.of("of") : List.of();
                    case SCORE, IMPORTED, MANUAL -> List.of();
                };
        Map<String, String> expressions = new LinkedHashMap<>();
        roles.forEach(role -> expressions.put(role, node.get(role).text()));
        for (String other : List.of("expression", "of", "recency", "frequency", "amount")) {
            if (!roles.contains(other) && node.find(other).isPresent()) {
                throw node.get(other)
                        .wrong("A tag of kind %s has no '%s'.".formatted(kind, other), "Remove it or change the kind.");
            }
        }
        int bands = kind == TagKind.BUCKET ? node.get("bands").whole(2, MOST_BANDS) : 0;
        return new Definition(kind, expressions, bands, measure);
    }

    private static Map<String, Tag.Names> values(YamlNode node) {
        Map<String, Tag.Names> values = new LinkedHashMap<>();
        node.find("values").ifPresent(listed -> listed.entries().forEach((code, names) -> {
            List<String> texts = names.texts();
            if (texts.size() != 2) {
                throw names.wrong(
                        "A value has a Chinese and an English name.", "Write %s: [中文, English].".formatted(code));
            }
            values.put(code, new Tag.Names(texts.get(0), texts.get(1)));
        }));
        return values;
    }

    private Governance governance(YamlNode node) {
        Set<DataClass> data = EnumSet.noneOf(DataClass.class);
        node.get("data").list().forEach(one -> {
            if (!one.text().equals("none")) {
                data.add(one.oneOf(DataClass.class));
            }
        });
        return new Governance(
                setting(node, "owner").text(),
                setting(node, "purpose").list().stream()
                        .map(p -> p.oneOf(TagPurpose.class))
                        .toList(),
                setting(node, "basis").oneOf(LegalBasis.class),
                node.text("bureau_purpose", ""),
                data,
                setting(node, "refresh").oneOf(Refresh.class),
                find(node, "approval").filter(YamlNode::isMap).map(TagReader::approval),
                setting(node, "version").whole(1, Integer.MAX_VALUE));
    }

    private YamlNode setting(YamlNode node, String key) {
        return find(node, key).orElseGet(() -> node.get(key));
    }

    private Optional<YamlNode> find(YamlNode node, String key) {
        return node.find(key).or(() -> defaults.flatMap(d -> d.find(key)));
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

    private static QualityRule quality(YamlNode node) {
        node.only("coverage", "largest", "drift");
        return new QualityRule(
                node.find("coverage").map(YamlNode::decimal),
                node.find("largest").map(YamlNode::decimal),
                node.find("drift").map(YamlNode::decimal));
    }
}
