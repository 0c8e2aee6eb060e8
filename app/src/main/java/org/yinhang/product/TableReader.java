package org.yinhang.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.policy.DecisionTable;
import org.yinhang.core.policy.HitPolicy;
import org.yinhang.core.policy.OutcomeColumn;
import org.yinhang.core.policy.TableRow;
import org.yinhang.lake.yaml.Readings;
import org.yinhang.lake.yaml.YamlNode;

/** Reads the declaration of a decision table; its columns follow from its kind. */
final class TableReader {

    private TableReader() {}

    static PolicyTable table(String id, YamlNode node) {
        node.only("zh", "en", "kind", "hit", "products", "profiling", "from", "until", "source", "unknown", "rows");
        if (!id.matches("[a-z][a-z0-9_]{0,30}")) {
            throw node.wrong(
                    "'%s' cannot be a table's identifier.".formatted(id),
                    "Use at most 31 lower-case letters, digits and underscores.");
        }
        PolicyKind kind = node.get("kind").oneOf(PolicyKind.class);
        HitPolicy hit = node.get("hit").oneOf(HitPolicy.class);
        check(kind, hit, node);
        List<TableRow> rows =
                node.get("rows").list().stream().map(row -> row(row, kind)).toList();
        DecisionTable table = new DecisionTable(
                id,
                0,
                node.get("zh").text(),
                node.get("en").text(),
                hit,
                kind.columns(),
                rows,
                node.find("unknown").map(row -> unknown(row, kind)),
                Readings.day(node.get("from")),
                Readings.until(node),
                node.get("source").text());
        return new PolicyTable(
                kind,
                node.find("products").map(p -> Set.copyOf(p.texts())).orElse(Set.of()),
                node.flag("profiling", false),
                table);
    }

    /** Red lines keep every reason and judge everybody; a limit has one beginning. */
    private static void check(PolicyKind kind, HitPolicy hit, YamlNode node) {
        if (kind == PolicyKind.RED_LINE && (hit != HitPolicy.ALL || node.flag("profiling", false))) {
            throw node.wrong("A red line counts every row, and for everybody.", "Write hit: all, and no profiling.");
        }
        if (hit == HitPolicy.SCORE && kind != PolicyKind.PRICE) {
            throw node.get("hit").wrong("Only adjustments of the price add up.", "Write hit: first or all.");
        }
        if (kind == PolicyKind.LIMIT_BASE && hit != HitPolicy.FIRST) {
            throw node.get("hit").wrong("A limit begins from one row.", "Write hit: first.");
        }
    }

    private static TableRow row(YamlNode node, PolicyKind kind) {
        node.only(keys(kind, "id", "when"));
        return new TableRow(
                node.get("id").text(),
                node.get("when").text(),
                outcomes(node, kind),
                node.get("code").text(),
                node.get("zh").text(),
                node.get("en").text());
    }

    private static TableRow unknown(YamlNode node, PolicyKind kind) {
        node.only(keys(kind));
        return new TableRow(
                "unknown",
                "true",
                outcomes(node, kind),
                node.get("code").text(),
                node.get("zh").text(),
                node.get("en").text());
    }

    private static String[] keys(PolicyKind kind, String... more) {
        List<String> keys = new ArrayList<>(List.of("code", "zh", "en"));
        keys.addAll(List.of(more));
        kind.columns().stream().map(OutcomeColumn::name).forEach(keys::add);
        return keys.toArray(String[]::new);
    }

    private static Map<String, String> outcomes(YamlNode node, PolicyKind kind) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (OutcomeColumn column : kind.columns()) {
            Optional<YamlNode> cell = node.find(column.name());
            cell.ifPresent(text -> outcomes.put(column.name(), text.text()));
        }
        return outcomes;
    }
}
