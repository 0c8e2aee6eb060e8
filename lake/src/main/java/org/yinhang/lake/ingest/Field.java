package org.yinhang.lake.ingest;

import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.lake.ingest.mapping.ColumnMapping;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.ColumnType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.sql.Sql;

/**
 * One column of a table on its way from a source: the bank's value {@code s}, the canonical value {@code v}.
 *
 * @param number its place in the table's list
 * @param schema the canonical column
 * @param mapping how it is filled
 * @param type the engine's type of the bank's value
 */
record Field(int number, ColumnSchema schema, ColumnMapping mapping, String type) {

    /** The column that holds the bank's own customer identifier while a load is at work. */
    static final String KEY = "_key";

    static final ColumnSchema KEY_COLUMN = new ColumnSchema(
            KEY, ColumnType.CUSTOMER, DataClass.IDENTIFIER, "客户标识", "Customer identifier", "", true, false, Map.of());

    String name() {
        return schema.name();
    }

    String source() {
        return "_s" + number;
    }

    String value() {
        return "_v" + number;
    }

    String parsed() {
        return "_p" + number;
    }

    String failed() {
        return "_f" + number;
    }

    /** The SQL of the bank's value, codes translated and the default put in. */
    static String expression(ColumnMapping mapping) {
        String sql = "(" + mapping.expression().sql() + "\n)";
        String value = sql;
        if (!mapping.codes().isEmpty() || mapping.otherwise().isPresent()) {
            String text = "trim(CAST(%s AS VARCHAR))".formatted(sql);
            String cases = mapping.codes().entrySet().stream()
                    .map(e -> " WHEN " + text + " = " + Sql.literal(e.getKey()) + " THEN " + Sql.literal(e.getValue()))
                    .collect(Collectors.joining());
            value = "CASE WHEN %s IS NULL THEN NULL%s ELSE %s END"
                    .formatted(sql, cases, mapping.otherwise().map(Sql::literal).orElse(text));
        }
        return mapping.absent().isEmpty()
                ? value
                : "coalesce(CAST(%s AS VARCHAR), %s)"
                        .formatted(value, Sql.literal(mapping.absent().get()));
    }

    /** The value, and in a guarded pass whether the expression failed on the row. */
    String selected(boolean guarded) {
        String expression = expression(mapping);
        if (!guarded) {
            return "%s AS %s, false AS %s".formatted(expression, source(), failed());
        }
        return Sql.looksAtOtherRows(expression)
                ? "%s AS %s, false AS %s".formatted(expression, source(), failed())
                : "TRY([%1$s])[1] AS %2$s, TRY([%1$s]) IS NULL AS %3$s".formatted(expression, source(), failed());
    }

    Conversion conversion() {
        return Conversion.of(schema, source(), type, mapping.conventions());
    }

    /** The part of the conversion that is worked out first. */
    String parsing() {
        return conversion().parsed() + " AS " + parsed();
    }

    /** The canonical value. */
    String converting() {
        return conversion().value().replace(Conversion.PARSED, parsed()) + " AS " + value();
    }

    /** The condition that the value is bad. */
    String isBad(boolean required) {
        String unread = "CASE WHEN %s IS NULL THEN %s ELSE false END".formatted(value(), isThere());
        return required
                ? "(%s OR %s IS NULL)".formatted(failed(), value())
                : "(%s OR (%s))".formatted(failed(), unread);
    }

    /** The name of the reason why the value is bad. */
    String reason() {
        return "CASE WHEN %s THEN '%s' WHEN NOT (%s) THEN '%s' ELSE %s END"
                .formatted(
                        failed(),
                        RejectReason.EXPRESSION.name(),
                        isThere(),
                        RejectReason.MISSING.name(),
                        conversion().reason());
    }

    /** The bank's value as a reject file may show it: never an identifier or personal data. */
    String shown() {
        return schema.dataClass() == DataClass.PERSONAL || schema.dataClass() == DataClass.IDENTIFIER
                ? "CAST(NULL AS VARCHAR)"
                : "CAST(%s AS VARCHAR)".formatted(source());
    }

    private String isThere() {
        return type.equals("VARCHAR")
                ? "%1$s IS NOT NULL AND trim(%1$s) <> ''".formatted(source())
                : source() + " IS NOT NULL";
    }
}
