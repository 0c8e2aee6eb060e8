package org.yinhang.model.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFamily;
import org.yinhang.model.ModelVersion;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Texts;

/** Models and what they read in the viewer's language. */
public final class ModelWords {

    private static final String PAIR = " × ";

    private final ModelDefinition definition;
    private final Map<String, Tag> tags;
    private final Texts texts;

    ModelWords(ModelDefinition definition, Map<String, Tag> tags, PageFrame page) {
        this.definition = definition;
        this.tags = tags;
        this.texts = page.texts();
    }

    /** The name of a model. */
    public static String name(ModelDefinition model, PageFrame page) {
        return page.texts().isChinese() ? model.zh() : model.en();
    }

    /** The name of a family. */
    public static String name(ModelFamily family, PageFrame page) {
        return page.texts().isChinese() ? family.zh() : family.en();
    }

    /** What a version is made of: {@code 玻璃箱 45%、提升树 55%}. */
    public static String learners(ModelVersion version, PageFrame page) {
        List<String> learners = version.figures().learners();
        return learners.stream()
                .map(learner -> learner(learner, page) + (learners.size() > 1 ? share(learner) : ""))
                .collect(Collectors.joining(page.t("model.and")));
    }

    private static String learner(String told, PageFrame page) {
        String name = told.split(" \\(|,", 2)[0];
        return page.texts().orElse("model.learner." + name.replace(' ', '-'), name);
    }

    private static String share(String told) {
        return told.endsWith("%") ? " " + told.substring(told.lastIndexOf(' ') + 1) : "";
    }

    /** The name of a column learned from, or of two that act together. */
    public String feature(String column) {
        if (column.contains(PAIR)) {
            return Stream.of(column.split(PAIR)).map(this::feature).collect(Collectors.joining(PAIR));
        }
        int colon = column.indexOf(':');
        String id = colon < 0 ? column : column.substring(0, colon);
        String label = colon < 0 ? "" : ": " + value(id, column.substring(colon + 1));
        return expressed(id)
                        .or(() -> Optional.ofNullable(tags.get(id)).map(tag -> texts.isChinese() ? tag.zh() : tag.en()))
                        .orElseGet(() -> texts.orElse("model.column." + id.replace(' ', '-'), id))
                + label;
    }

    /** A code of a feature by its name, where its tag has one. */
    String value(String column, String code) {
        Tag tag = tags.get(column);
        Tag.Names names = tag == null ? null : tag.values().get(code);
        return names == null ? code : texts.isChinese() ? names.zh() : names.en();
    }

    /** The codes a feature can have, with their names; empty where its tag names none. The present one is always among them. */
    List<WhatIfPage.Option> options(String column, String present) {
        Tag tag = tags.get(column);
        if (tag == null || tag.values().isEmpty()) {
            return List.of();
        }
        return Stream.concat(tag.values().keySet().stream(), Stream.of(present))
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(code -> new WhatIfPage.Option(code, value(column, code)))
                .toList();
    }

    /** The words of a bin: {@code missing} in the viewer's language, codes by their names. */
    public String bin(String column, String label) {
        if (label.equals("missing")) {
            return texts.of("model.missing");
        }
        return label.startsWith("[") || label.startsWith("(")
                ? label
                : Stream.of(label.split(", "))
                        .map(code -> texts.orElse("model.bin." + code.replace(' ', '-'), value(column, code)))
                        .collect(Collectors.joining(texts.of("model.and")));
    }

    /** What a reader should know about a bin of a card; empty where nothing is special about it. */
    String note(MergedBin bin) {
        String kind = bin.kind() == MergedBin.Kind.ORDINARY
                ? ""
                : texts.of("model.binder.note." + bin.kind().name().toLowerCase(Locale.ROOT));
        String neutral = bin.isNeutral() ? texts.of("model.card.neutral") : "";
        return Stream.of(kind, neutral)
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining(texts.of("model.and")));
    }

    /** What every row has before any bin adds to it. */
    String start() {
        return texts.of("model.card.start");
    }

    private Optional<String> expressed(String id) {
        return Stream.of(
                        definition.features().expressions(),
                        definition.features().ofRow())
                .flatMap(List::stream)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> texts.isChinese() ? one.zh() : one.en());
    }
}
