package org.yinhang.product.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.core.policy.DecisionTable;
import org.yinhang.core.policy.TableRow;
import org.yinhang.product.PolicyTable;

/** Writes decision tables as the YAML they are read from. */
public final class PolicyYaml {

    private PolicyYaml() {}

    /** Tables as one file. */
    public static String of(List<PolicyTable> tables) {
        return tables.stream().map(PolicyYaml::table).collect(Collectors.joining("\n", "tables:\n", ""));
    }

    private static String table(PolicyTable policy) {
        DecisionTable table = policy.table();
        StringBuilder yaml = new StringBuilder("  ").append(table.id()).append(":\n");
        line(yaml, "zh", quoted(table.zh()));
        line(yaml, "en", quoted(table.en()));
        line(yaml, "kind", policy.kind().name().toLowerCase(Locale.ROOT));
        line(yaml, "hit", table.hit().name().toLowerCase(Locale.ROOT));
        if (!policy.products().isEmpty()) {
            line(yaml, "products", policy.products().stream().sorted().collect(Collectors.joining(", ", "[", "]")));
        }
        if (policy.isProfiling()) {
            line(yaml, "profiling", "true");
        }
        line(yaml, "from", table.from().toString());
        table.until().ifPresent(until -> line(yaml, "until", until.toString()));
        line(yaml, "source", quoted(table.source()));
        table.unknown().ifPresent(row -> line(yaml, "unknown", "{" + said(row) + "}"));
        line(yaml, "rows", "");
        for (TableRow row : table.rows()) {
            yaml.append(
                    "      - {id: %s, when: %s, %s}\n".formatted(quoted(row.id()), quoted(row.condition()), said(row)));
        }
        return yaml.toString();
    }

    private static String said(TableRow row) {
        String outcomes = row.outcomes().entrySet().stream()
                .map(outcome -> outcome.getKey() + ": " + quoted(outcome.getValue()) + ", ")
                .collect(Collectors.joining());
        return outcomes + "code: %s, zh: %s, en: %s".formatted(quoted(row.code()), quoted(row.zh()), quoted(row.en()));
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append("    ")
                .append(key)
                .append(':')
                .append(value.isEmpty() ? "" : " " + value)
                .append('\n');
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "")
                        .replace("\n", "\\n") + "\"";
    }
}
