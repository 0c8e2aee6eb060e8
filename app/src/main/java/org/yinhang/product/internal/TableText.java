package org.yinhang.product.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinhang.product.PolicyKind;

/**
 * A decision table as cells somebody filled, in a workbook or a form, before anything is read from them.
 *
 * @param settings text by heading of {@link PolicyWorkbook}'s sheet of tables
 * @param rows text by heading, in order
 */
public record TableText(Map<String, String> settings, List<Map<String, String>> rows) {

    private static final List<String> SETTINGS =
            List.of("zh", "en", "kind", "hit", "profiling", "from", "until", "source");

    public TableText {
        settings = Map.copyOf(settings);
        rows = List.copyOf(rows);
    }

    /** The definition that says the same, so that every way in has one set of rules. */
    public String yaml() {
        String column = column();
        StringBuilder yaml = new StringBuilder("tables:\n  %s:\n".formatted(quoted(cell(settings, "id"))));
        SETTINGS.stream()
                .filter(key -> !cell(settings, key).isEmpty())
                .forEach(key -> yaml.append("    %s: %s\n".formatted(key, quoted(cell(settings, key)))));
        if (!cell(settings, "products").isEmpty()) {
            yaml.append("    products: [%s]\n"
                    .formatted(Stream.of(cell(settings, "products").split("[,，;；\\s]+", -1))
                            .filter(product -> !product.isBlank())
                            .map(TableText::quoted)
                            .collect(Collectors.joining(", "))));
        }
        if (!cell(settings, "unknown").isEmpty()) {
            yaml.append("    unknown: {%s: %s, code: %s, zh: %s, en: %s}\n"
                    .formatted(
                            column,
                            quoted(cell(settings, "unknown")),
                            quoted(cell(settings, "unknown_code")),
                            quoted(cell(settings, "unknown_zh")),
                            quoted(cell(settings, "unknown_en"))));
        }
        yaml.append(rows.isEmpty() ? "    rows: []\n" : "    rows:\n");
        for (Map<String, String> row : rows) {
            yaml.append("      - {id: %s, when: %s, %s: %s, code: %s, zh: %s, en: %s}\n"
                    .formatted(
                            quoted(cell(row, "id")),
                            quoted(cell(row, "when")),
                            column,
                            quoted(cell(row, column)),
                            quoted(cell(row, "code")),
                            quoted(cell(row, "zh")),
                            quoted(cell(row, "en"))));
        }
        return yaml.toString();
    }

    /** The column of the kind; where the kind is none, its own fault says so. */
    private String column() {
        return Stream.of(PolicyKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(cell(settings, "kind")))
                .findFirst()
                .map(kind -> kind.column().name())
                .orElse("verdict");
    }

    private static String cell(Map<String, String> cells, String heading) {
        return cells.getOrDefault(heading, "").strip();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
    }
}
