package org.yinhang.product.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.yinhang.core.policy.DecisionTable;
import org.yinhang.core.policy.HitPolicy;
import org.yinhang.core.policy.TableRow;
import org.yinhang.product.PolicyKind;
import org.yinhang.product.PolicyTable;
import org.yinhang.product.internal.TableText;

/**
 * A decision table in the editor: texts as somebody typed them.
 *
 * @param settings text by name: id, zh, en, kind, hit, products, profiling, from, until, source, unknown …
 * @param rows text by name: id, when, outcome, code, zh, en
 */
public record PolicyForm(Map<String, String> settings, List<Map<String, String>> rows) {

    private static final List<String> SETTINGS = List.of(
            "id",
            "zh",
            "en",
            "kind",
            "hit",
            "products",
            "profiling",
            "from",
            "until",
            "source",
            "unknown",
            "unknown_code",
            "unknown_zh",
            "unknown_en");

    private static final List<String> CELLS = List.of("id", "when", "outcome", "code", "zh", "en");

    public PolicyForm {
        settings = Map.copyOf(settings);
        rows = List.copyOf(rows);
    }

    /** The text of a setting. */
    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /** What the table decides; admission where the text says something else. */
    public PolicyKind kind() {
        for (PolicyKind kind : PolicyKind.values()) {
            if (kind.name().equalsIgnoreCase(setting("kind"))) {
                return kind;
            }
        }
        return PolicyKind.ADMISSION;
    }

    static PolicyForm of(PolicyTable policy) {
        DecisionTable table = policy.table();
        String column = policy.kind().column().name();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("id", table.id());
        settings.put("zh", table.zh());
        settings.put("en", table.en());
        settings.put("kind", policy.kind().name().toLowerCase(Locale.ROOT));
        settings.put("hit", table.hit().name().toLowerCase(Locale.ROOT));
        settings.put(
                "products",
                String.join(", ", policy.products().stream().sorted().toList()));
        settings.put("profiling", Boolean.toString(policy.isProfiling()));
        settings.put("from", table.from().toString());
        settings.put("until", table.until().map(Object::toString).orElse(""));
        settings.put("source", table.source());
        Optional<TableRow> unknown = table.unknown();
        settings.put(
                "unknown",
                unknown.map(r -> r.outcomes().getOrDefault(column, "")).orElse(""));
        settings.put("unknown_code", unknown.map(TableRow::code).orElse(""));
        settings.put("unknown_zh", unknown.map(TableRow::zh).orElse(""));
        settings.put("unknown_en", unknown.map(TableRow::en).orElse(""));
        return new PolicyForm(
                settings, table.rows().stream().map(row -> cells(row, column)).toList());
    }

    private static Map<String, String> cells(TableRow row, String column) {
        return Map.of(
                "id",
                row.id(),
                "when",
                row.condition(),
                "outcome",
                row.outcomes().getOrDefault(column, ""),
                "code",
                row.code(),
                "zh",
                row.zh(),
                "en",
                row.en());
    }

    /** An empty table of a kind, from a day on. */
    static PolicyForm empty(PolicyKind kind, String from) {
        return new PolicyForm(
                Map.of(
                        "kind",
                        kind.name().toLowerCase(Locale.ROOT),
                        "hit",
                        (kind == PolicyKind.LIMIT_BASE ? HitPolicy.FIRST : HitPolicy.ALL)
                                .name()
                                .toLowerCase(Locale.ROOT),
                        "from",
                        from),
                List.of());
    }

    /** What was posted; rows left wholly empty are none. */
    static PolicyForm read(MultiValueMap<String, String> posted) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : SETTINGS) {
            settings.put(
                    name, Optional.ofNullable(posted.getFirst(name)).orElse("").strip());
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < column(posted, "when").size(); i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (String name : CELLS) {
                List<String> column = column(posted, name);
                row.put(name, i < column.size() ? column.get(i).strip() : "");
            }
            if (row.values().stream().anyMatch(text -> !text.isEmpty())) {
                rows.add(row);
            }
        }
        return new PolicyForm(settings, rows);
    }

    private static List<String> column(MultiValueMap<String, String> posted, String name) {
        return posted.getOrDefault("row_" + name, List.of());
    }

    /** The definition that says the same. */
    String yaml() {
        String column = kind().column().name();
        List<Map<String, String>> renamed = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> cells = new LinkedHashMap<>(row);
            cells.put(column, row.getOrDefault("outcome", ""));
            renamed.add(cells);
        }
        return new TableText(settings, renamed).yaml();
    }
}
