package org.yinhang.audience.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.shared.web.PageFrame;
import tools.jackson.databind.json.JsonMapper;

/** The names a predicate may use, for the builder's script. */
final class FieldWords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FieldWords() {}

    /** A field: its identifier, its name in the viewer's language, its type, its codes with their names. */
    record FieldWord(String name, String label, String type, Map<String, String> values) {}

    /** A table of facts and its columns. */
    record TableWord(String name, String label, List<FieldWord> columns) {}

    /** Everything. */
    record Words(List<FieldWord> fields, List<TableWord> tables, Map<String, String> operators) {}

    /** Safe inside a script element. */
    static String json(Catalogue catalogue, PageFrame page) {
        Words words = new Words(
                catalogue.fields().stream().map(f -> word(f, page)).toList(),
                catalogue.tables().stream().map(t -> word(t, page)).toList(),
                operators(page));
        return JSON.writeValueAsString(words).replace("<", "\\u003c");
    }

    private static Map<String, String> operators(PageFrame page) {
        return List.of(
                        "=",
                        "<>",
                        "<",
                        "<=",
                        ">",
                        ">=",
                        "between",
                        "in",
                        "not in",
                        "has",
                        "has not",
                        "is null",
                        "is not null",
                        "is true",
                        "is false",
                        "not")
                .stream()
                .collect(Collectors.toMap(
                        o -> o, o -> page.texts().orElse("audience.operator." + o.replace(' ', '-'), o)));
    }

    private static TableWord word(FactTable table, PageFrame page) {
        return new TableWord(
                table.name(),
                page.texts().isChinese() ? table.zh() : table.en(),
                table.columns().stream().map(f -> word(f, page)).toList());
    }

    private static FieldWord word(Field field, PageFrame page) {
        return new FieldWord(
                field.name(),
                page.texts().isChinese() ? field.zh() : field.en(),
                field.type().word(),
                field.values());
    }
}
