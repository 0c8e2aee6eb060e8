package org.yinhang.lake.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.lake.ingest.mapping.TableMapping.Mode;
import org.yinhang.lake.schema.CanonicalSchema;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableKind;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.yaml.YamlNode;

/** Reads how a source fills one table, and holds it against the schema. */
final class TableReader {

    private final CanonicalSchema schema;
    private final Faults faults;

    TableReader(CanonicalSchema schema, Faults faults) {
        this.schema = schema;
        this.faults = faults;
    }

    TableMapping read(String name, YamlNode node, Conventions conventions) {
        List<String> tables = schema.tables().stream().map(TableSchema::name).toList();
        if (!tables.contains(name)) {
            throw new FaultException(Fault.of(
                    "ING-1004",
                    "There is no canonical table '%s'.".formatted(name),
                    node.where(),
                    Suggestion.advise(name, tables)));
        }
        node.only("key", "mode", "where", "columns", "extra");
        List<ColumnSchema> extra = node.find("extra")
                .map(section -> section.entries().entrySet().stream()
                        .map(entry -> CanonicalSchema.column(entry.getKey(), entry.getValue()))
                        .toList())
                .orElse(List.of());
        TableSchema table = schema.table(name).with(extra);
        boolean bucketed = table.kind().isBucketed();
        List<ColumnMapping> columns = new ArrayList<>();
        node.get("columns")
                .entries()
                .forEach((column, value) -> faults.attempt(() -> {
                    check(table, column, value);
                    columns.add(ColumnMapping.read(column, value, conventions));
                }));
        Mode mode = node.find("mode").map(n -> n.oneOf(Mode.class)).orElse(bucketed ? Mode.APPEND : Mode.REPLACE);
        if (!bucketed && mode == Mode.APPEND) {
            throw node.get("mode").wrong("A reference table is always replaced whole.", "Leave out 'mode'.");
        }
        TableMapping mapping = new TableMapping(
                table,
                extra,
                mode,
                node.find("where").map(Expression::read),
                bucketed ? Optional.of(Expression.read(node.get("key"))) : Optional.empty(),
                columns);
        missing(mapping, node);
        return mapping;
    }

    private static void check(TableSchema table, String column, YamlNode value) {
        boolean own = column.equals("customer") && table.kind().isBucketed();
        if (own || table.column(column).isEmpty()) {
            List<String> known = table.columns().stream()
                    .map(ColumnSchema::name)
                    .filter(c -> !c.equals("customer"))
                    .toList();
            throw new FaultException(Fault.of(
                    "ING-1005",
                    own
                            ? "The customer's number comes from 'key' and cannot be filled."
                            : "The table %s has no column '%s'.".formatted(table.name(), column),
                    value.where(),
                    own ? "Remove it." : Suggestion.advise(column, known)));
        }
    }

    private void missing(TableMapping mapping, YamlNode node) {
        List<String> needed = new ArrayList<>(mapping.schema().columns().stream()
                .filter(ColumnSchema::required)
                .map(ColumnSchema::name)
                .toList());
        if (mapping.schema().kind() == TableKind.FACT) {
            needed.add("occurred_at");
        }
        needed.stream()
                .filter(column -> mapping.column(column).isEmpty())
                .forEach(column -> faults.add(Fault.of(
                        "ING-1006",
                        "The table %s needs its column '%s'.".formatted(mapping.name(), column),
                        node.where(),
                        "Say under 'columns' which expression gives it.")));
    }
}
