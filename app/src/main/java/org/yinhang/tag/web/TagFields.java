package org.yinhang.tag.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.LegalBasis;
import org.yinhang.lake.tag.Refresh;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.Tag.GraphMeasure;
import org.yinhang.lake.tag.TagCategory;
import org.yinhang.lake.tag.TagKind;
import org.yinhang.lake.tag.TagPurpose;

/**
 * A tag's definition field by field, as a person fills it in; its text is what is checked and saved.
 *
 * @param tagId its identifier
 * @param expression of kinds that have one
 * @param of what a bucket cuts, or what is to be true of others
 * @param bands into how many
 * @param recency of RFM, in days
 * @param values one code a line: {@code high: 高, High}; where the Chinese name has a comma, {@code high: 高，稳 | High}
 * @param data none for no class at all
 */
public record TagFields(
        @Nullable String tagId,
        @Nullable String zh,
        @Nullable String en,
        @Nullable String note,
        TagCategory category,
        TagKind kind,
        ValueType type,
        @Nullable String expression,
        @Nullable String of,
        @Nullable String bands,
        @Nullable String recency,
        @Nullable String frequency,
        @Nullable String amount,
        @Nullable GraphMeasure measure,
        @Nullable String values,
        @Nullable String owner,
        @Nullable List<TagPurpose> purpose,
        LegalBasis basis,
        @Nullable String bureauPurpose,
        Refresh refresh,
        @Nullable String coverage,
        @Nullable String largest,
        @Nullable String drift,
        @Nullable List<DataClass> data,
        int version) {

    private static final Pattern COMMA = Pattern.compile("[,，]");
    private static final Pattern BAR = Pattern.compile("[|]");

    /** The fields of a tag. */
    static TagFields of(Tag tag) {
        Map<String, String> expressions = tag.definition().expressions();
        Tag.Governance governance = tag.governance();
        return new TagFields(
                tag.id(),
                tag.zh(),
                tag.en(),
                tag.note(),
                tag.category(),
                tag.kind(),
                tag.type(),
                expressions.get("expression"),
                expressions.get("of"),
                tag.kind() == TagKind.BUCKET ? Integer.toString(tag.definition().bands()) : "",
                expressions.get("recency"),
                expressions.get("frequency"),
                expressions.get("amount"),
                tag.definition().measure().orElse(null),
                tag.values().entrySet().stream()
                        .map(value -> "%s: %s%s %s"
                                .formatted(
                                        value.getKey(),
                                        value.getValue().zh(),
                                        COMMA.matcher(value.getValue().zh()).find() ? " |" : ",",
                                        value.getValue().en()))
                        .collect(Collectors.joining("\n")),
                governance.owner(),
                governance.purposes(),
                governance.basis(),
                governance.bureauPurpose(),
                governance.refresh(),
                plain(tag.quality().coverage()),
                plain(tag.quality().largest()),
                plain(tag.quality().drift()),
                List.copyOf(governance.data()),
                governance.version());
    }

    /** The same fields with these classes of data. */
    TagFields reading(Set<DataClass> classes) {
        return new TagFields(
                tagId,
                zh,
                en,
                note,
                category,
                kind,
                type,
                expression,
                of,
                bands,
                recency,
                frequency,
                amount,
                measure,
                values,
                owner,
                purpose,
                basis,
                bureauPurpose,
                refresh,
                coverage,
                largest,
                drift,
                List.copyOf(classes),
                version);
    }

    /** The next version of a definition, to begin from. */
    static String next(Tag tag) {
        return of(tag).yaml(tag.governance().version() + 1);
    }

    /** The definition as text. Fields the kind does not have are left out. */
    String yaml() {
        return yaml(Math.max(1, version));
    }

    private String yaml(int next) {
        TagText text = new TagText(text(tagId).strip());
        text.quoted("zh", text(zh));
        text.quoted("en", text(en));
        text.quotedIfAny("note", text(note));
        text.word("category", category);
        text.word("kind", kind);
        text.word("type", type);
        definition(text);
        values(text);
        text.quoted("owner", text(owner));
        text.words("purpose", Objects.requireNonNullElse(purpose, List.of()));
        text.word("basis", basis);
        text.quotedIfAny("bureau_purpose", text(bureauPurpose));
        text.word("refresh", refresh);
        quality(text);
        text.line("version", Integer.toString(next));
        List<DataClass> classes = Objects.requireNonNullElse(data, List.of());
        if (classes.isEmpty()) {
            text.line("data", "[none]");
        } else {
            text.words("data", classes);
        }
        return text.toString();
    }

    private void definition(TagText text) {
        switch (kind) {
            case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE -> text.quoted("expression", text(expression));
            case BUCKET -> {
                text.quoted("of", text(of));
                text.line("bands", text(bands).isBlank() ? "10" : text(bands).strip());
            }
            case RFM -> {
                text.quoted("recency", text(recency));
                text.quoted("frequency", text(frequency));
                text.quoted("amount", text(amount));
            }
            case GRAPH -> {
                GraphMeasure chosen = Objects.requireNonNullElse(measure, GraphMeasure.INFLUENCE);
                text.word("measure", chosen);
                if (chosen.isOfOthers()) {
                    text.quoted("of", text(of));
                }
            }
            case SCORE, IMPORTED, MANUAL -> {
                // given from outside
            }
        }
    }

    private void values(TagText text) {
        List<String> lines = text(values)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        text.line("values", "");
        for (String line : lines) {
            String[] code = line.split("[:：]", 2);
            String both = code.length < 2 ? code[0] : code[1];
            String[] names = (both.contains("|") ? BAR : COMMA).split(both, 2);
            text.value(code[0].strip(), names[0].strip(), names[names.length - 1].strip());
        }
    }

    private void quality(TagText text) {
        Map<String, String> bounds = Map.of(
                "coverage",
                text(coverage).strip(),
                "largest",
                text(largest).strip(),
                "drift",
                text(drift).strip());
        String rules = List.of("coverage", "largest", "drift").stream()
                .filter(rule -> !bounds.getOrDefault(rule, "").isEmpty())
                .map(rule -> rule + ": " + bounds.get(rule))
                .collect(Collectors.joining(", "));
        if (!rules.isEmpty()) {
            text.line("quality", "{" + rules + "}");
        }
    }

    private static String plain(Optional<BigDecimal> bound) {
        return bound.map(BigDecimal::toPlainString).orElse("");
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
