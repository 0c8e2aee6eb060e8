package org.yinhang.lake.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;

/** Every table a bank's data can become, read from {@code schema.yaml}. */
public final class CanonicalSchema {

    private static final CanonicalSchema BUNDLED = read();

    private final Map<String, TableSchema> tables;
    private final Map<String, TableSchema> ledgers;

    private CanonicalSchema(Map<String, TableSchema> tables, Map<String, TableSchema> ledgers) {
        this.tables = Collections.unmodifiableMap(tables);
        this.ledgers = Collections.unmodifiableMap(ledgers);
    }

    /** The schema this version of Yinhang ships. */
    public static CanonicalSchema bundled() {
        return BUNDLED;
    }

    /** The tables a bank loads, in the order of the schema file. */
    public Collection<TableSchema> tables() {
        return tables.values();
    }

    /** The ledgers the platform writes itself. */
    public Collection<TableSchema> ledgers() {
        return ledgers.values();
    }

    /** Every table and ledger, in the order of the schema file. */
    public List<TableSchema> all() {
        List<TableSchema> all = new ArrayList<>(tables.values());
        all.addAll(ledgers.values());
        return List.copyOf(all);
    }

    /**
     * The table or ledger of that name.
     *
     * @throws FaultException when there is none
     */
    public TableSchema table(String name) {
        TableSchema table = tables.getOrDefault(name, ledgers.get(name));
        if (table == null) {
            throw new FaultException(Fault.of(
                    "LAK-1001",
                    "There is no canonical table '%s'.".formatted(name),
                    "",
                    "Use one of %s.".formatted(String.join(", ", tables.keySet()))));
        }
        return table;
    }

    /**
     * Reads one column's definition as the schema file and the extra columns of a mapping write it.
     *
     * @param name the column's identifier
     * @param definition keys type, class, zh, en, unit, required, known, values, note
     * @throws FaultException when a key is missing, unknown or has a value that is not known
     */
    public static ColumnSchema column(String name, YamlNode definition) {
        definition.only("type", "class", "zh", "en", "unit", "required", "known", "values", "note");
        Map<String, String> values = new LinkedHashMap<>();
        definition.find("values").ifPresent(listed -> listed.entries()
                .forEach((code, zh) -> values.put(code, zh.text())));
        return new ColumnSchema(
                name,
                definition.get("type").oneOf(ColumnType.class),
                definition.get("class").oneOf(DataClass.class),
                definition.get("zh").text(),
                definition.get("en").text(),
                definition.text("unit", ""),
                definition.flag("required", false),
                "after".equals(definition.text("known", "before")),
                Collections.unmodifiableMap(values));
    }

    private static CanonicalSchema read() {
        try (InputStream in =
                Objects.requireNonNull(CanonicalSchema.class.getResourceAsStream("schema.yaml"), "schema.yaml")) {
            YamlNode root = YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "schema.yaml");
            List<ColumnSchema> common = columns(root.get("common"));
            return new CanonicalSchema(tables(root.get("tables"), common), tables(root.get("ledgers"), common));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, TableSchema> tables(YamlNode section, List<ColumnSchema> common) {
        Map<String, TableSchema> tables = new LinkedHashMap<>();
        section.entries().forEach((name, definition) -> tables.put(name, table(name, definition, common)));
        return tables;
    }

    private static TableSchema table(String name, YamlNode definition, List<ColumnSchema> common) {
        TableKind kind = definition.get("kind").oneOf(TableKind.class);
        List<ColumnSchema> columns = new ArrayList<>(kind.isBucketed() ? common : List.of());
        columns.addAll(columns(definition.get("columns")));
        return new TableSchema(
                name,
                kind,
                definition.get("zh").text(),
                definition.get("en").text(),
                kind.isBucketed() ? List.of() : definition.get("key").texts(),
                columns);
    }

    private static List<ColumnSchema> columns(YamlNode section) {
        return section.entries().entrySet().stream()
                .map(entry -> column(entry.getKey(), entry.getValue()))
                .toList();
    }
}
