package org.yinhang.lake.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.ColumnType;
import org.yinhang.lake.schema.TableKind;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.sql.Sql;

/** The SQL that gives the good rows of one plan every stored column of their table, numbers instead of identifiers. */
final class JoinedRows {

    private final TablePlan plan;
    private final TableSchema schema;
    private final String now;

    JoinedRows(TablePlan plan, TableSchema schema, Instant now) {
        this.plan = plan;
        this.schema = schema;
        this.now = "make_timestamp(%d)".formatted(now.getEpochSecond() * 1_000_000 + now.getNano() / 1000);
    }

    /** Whether a plan's rows have no identifier of their own, so that one is made of their content. */
    static boolean hasHashedId(TablePlan plan) {
        return plan.mapping().schema().kind() == TableKind.FACT
                && plan.mapping().column("id").isEmpty();
    }

    /** The query; beside the columns it gives {@code _plan} and {@code _row}. */
    String sql() {
        List<String> columns = new ArrayList<>();
        List<String> joins = new ArrayList<>();
        for (ColumnSchema column : schema.stored()) {
            columns.add("%s AS %s".formatted(value(column, joins), Sql.quoted(column.name())));
        }
        return "SELECT %s, %d AS _plan, s._row FROM %s s %s"
                .formatted(String.join(", ", columns), plan.number(), plan.stagedRows(), String.join(" ", joins));
    }

    private String value(ColumnSchema column, List<String> joins) {
        Optional<String> mapped = plan.fields().stream()
                .map(Field::name)
                .filter(column.name()::equals)
                .map(name -> "s." + Sql.quoted(name))
                .findFirst();
        return switch (column.name()) {
            case "customer" -> number("s." + Field.KEY, "JOIN", joins);
            case "occurred_at" -> mapped.orElse(now);
            case "recorded_at" ->
                mapped.map(value -> "coalesce(%s, %s)".formatted(value, now)).orElse(now);
            case "id" -> mapped.orElseGet(this::id);
            default -> {
                boolean customer = column.type() == ColumnType.CUSTOMER;
                String value =
                        mapped.orElse("CAST(NULL AS %s)".formatted(column.type().sql()));
                yield customer && mapped.isPresent() ? number(value, "LEFT JOIN", joins) : value;
            }
        };
    }

    private static String number(String identifier, String join, List<String> joins) {
        String alias = "n" + joins.size();
        joins.add("%s %s %s ON %s._key = %s".formatted(join, Numbers.TABLE, alias, alias, identifier));
        return alias + ".customer";
    }

    /** A state's id is the thing's own key, and 0 where the thing is the customer; a fact's is made of its content. */
    private String id() {
        TableMapping mapping = plan.mapping();
        if (mapping.schema().kind() == TableKind.STATE) {
            return mapping.schema().columns().stream()
                    .filter(c -> c.type() == ColumnType.KEY
                            && c.required()
                            && !c.name().equals("id"))
                    .findFirst()
                    .map(c -> "s." + Sql.quoted(c.name()))
                    .orElse("CAST(0 AS BIGINT)");
        }
        return plan.fields().stream()
                .filter(field -> field.schema().isStored() && !field.name().equals("recorded_at"))
                .map(field -> "coalesce(CAST(s.%s AS VARCHAR), '')".formatted(Sql.quoted(field.name())))
                .collect(Collectors.joining(" || chr(31) || ", Engine.NUMBER_OF + "(", ")"));
    }
}
