package org.yinhang.lake.ingest;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.sql.Sql;

/**
 * How one input fills one table: first into a staging table of canonical values with a mark on every bad row; where
 * there are bad rows, once more to say which values are bad and why.
 *
 * @param number its place in the load, from 0
 * @param unit the input
 * @param mapping how it fills the table
 * @param fields the columns it fills, the customer's identifier first
 */
record TablePlan(int number, Unit unit, TableMapping mapping, List<Field> fields) {

    private static final Set<String> ALWAYS_REQUIRED = Set.of("occurred_at", "id");

    String table() {
        return mapping.name();
    }

    /** The staging table: canonical values under their names, {@code _key}, {@code _row}, {@code _bad}. */
    String staged() {
        return "staged_" + number;
    }

    /** The table of what is wrong: {@code _row, field, reason, value}. */
    String reasons() {
        return "reasons_" + number;
    }

    /** The statement that fills the staging table from the source's rows. */
    String stage(String rows, boolean guarded) {
        String row = unit.isDirect() ? "" : "_row, ";
        String columns = fields.stream()
                .map(f -> f.value() + " AS " + Sql.quoted(f.name()))
                .collect(Collectors.joining(", "));
        return "CREATE OR REPLACE TABLE %s AS SELECT %s%s, %s AS _bad FROM %s"
                .formatted(staged(), row, columns, isBad(), converted(rows, row, guarded));
    }

    /** The rows of the staging table with their numbers. */
    String stagedRows() {
        return unit.isDirect()
                ? "(SELECT *, rowid + 1 AS _row FROM %s WHERE NOT _bad)".formatted(staged())
                : "(SELECT * FROM %s WHERE NOT _bad)".formatted(staged());
    }

    /** The statement that says what is wrong with every bad row; the source's rows must have their {@code _row}. */
    List<String> explain(String rows, boolean guarded) {
        String bad = "bad_" + number;
        String all = fields.stream()
                .map(f -> "SELECT _row, %d AS place, %s AS field, %s AS reason, %s AS value FROM %s WHERE %s"
                        .formatted(
                                f.number(), Sql.literal(f.name()), f.reason(), f.shown(), bad, f.isBad(isRequired(f))))
                .collect(Collectors.joining(" UNION ALL "));
        return List.of(
                "CREATE OR REPLACE TABLE %s AS SELECT * FROM %s WHERE %s"
                        .formatted(bad, converted(rows, "_row, ", guarded), isBad()),
                "INSERT INTO %s %s".formatted(reasons(), all),
                "DROP TABLE " + bad);
    }

    /** The query for the customers' identifiers in the source's rows. */
    String identifiers(String rows) {
        return "SELECT DISTINCT %1$s FROM %2$s WHERE %1$s IS NOT NULL"
                .formatted(fields.getFirst().value(), converted(rows, "", false));
    }

    /** The statement that makes the table of what is wrong. */
    String makeReasons() {
        return "CREATE TABLE %s (_row BIGINT, place INTEGER, field VARCHAR, reason VARCHAR, value VARCHAR)"
                .formatted(reasons());
    }

    private String converted(String rows, String row, boolean guarded) {
        String where = mapping.rows().map(r -> " WHERE (" + r.sql() + "\n)").orElse("");
        String sources = fields.stream().map(f -> f.selected(guarded)).collect(Collectors.joining(", "));
        String parsed = fields.stream().map(Field::parsing).collect(Collectors.joining(", "));
        String values = fields.stream().map(Field::converting).collect(Collectors.joining(", "));
        return "(SELECT *, %s FROM (SELECT *, %s FROM (SELECT %s%s FROM %s%s)))"
                .formatted(values, parsed, row, sources, rows, where);
    }

    private String isBad() {
        return fields.stream().map(f -> f.isBad(isRequired(f))).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private boolean isRequired(Field field) {
        return field.schema().required() || ALWAYS_REQUIRED.contains(field.name());
    }
}
