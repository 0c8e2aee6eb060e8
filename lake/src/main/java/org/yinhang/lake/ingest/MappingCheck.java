package org.yinhang.lake.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.lake.ingest.mapping.ColumnMapping;
import org.yinhang.lake.ingest.mapping.Conventions;
import org.yinhang.lake.ingest.mapping.Expression;
import org.yinhang.lake.ingest.mapping.Join;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.sql.Sql;

/** Holds every expression of a mapping against the columns that are really there, before any row is read. */
final class MappingCheck {

    private static final Pattern UNKNOWN_COLUMN = Pattern.compile("Referenced (?:column|table) \"(.*?)\" not found");

    private final Engine engine;
    private final Faults faults;
    private final boolean keepPersonal;

    MappingCheck(Engine engine, Faults faults, boolean keepPersonal) {
        this.engine = engine;
        this.faults = faults;
        this.keepPersonal = keepPersonal;
    }

    /** A source's rows as they will be, none of them. */
    static String shape(Unit unit) {
        return unit.isDirect()
                ? "(SELECT * FROM %s LIMIT 0)".formatted(unit.rows().from())
                : "(SELECT *, CAST(0 AS BIGINT) AS _row FROM (SELECT * FROM %s LIMIT 0))"
                        .formatted(unit.rows().from());
    }

    /** Checks what a source joins and derives; gives its rows' shape with all of it, as far as it is sound. */
    String layers(Unit unit, Map<String, String> lookUps) {
        SourceSql layers = new SourceSql(shape(unit), unit.rows().columns());
        List<String> known = new ArrayList<>(unit.rows().columns());
        for (Join join : unit.source().joins()) {
            String other = lookUps.getOrDefault(join.source(), "");
            boolean sound = type(join.here(), join.here().sql(), layers.sql(), known)
                            .isPresent()
                    && type(join.there(), join.there().sql(), other + " _other", known)
                            .isPresent()
                    && join.rows()
                            .map(r -> type(r, r.sql(), other + " _other", known).isPresent())
                            .orElse(true);
            if (sound) {
                layers.join(join, other);
                known.add(join.name());
            }
        }
        unit.source().derived().forEach((name, expression) -> {
            if (type(expression, expression.sql(), layers.sql(), known).isPresent()) {
                layers.derive(name, expression);
                known.add(name);
            }
        });
        return layers.sql();
    }

    /** Checks how a source fills a table; gives the fields, as far as they are sound. */
    List<Field> fields(Unit unit, TableMapping mapping, String rows) {
        List<String> known = new ArrayList<>(unit.rows().columns());
        known.addAll(unit.source().derived().keySet());
        mapping.rows().ifPresent(where -> type(where, where.sql(), rows, known));
        List<Field> fields = new ArrayList<>(keyField(unit, mapping, rows));
        for (ColumnMapping column : mapping.columns()) {
            ColumnSchema schema = mapping.schema().column(column.column()).orElseThrow();
            if (schema.isStored() || keepPersonal) {
                type(column.expression(), Field.expression(column), rows, known)
                        .ifPresent(type -> fields.add(new Field(fields.size() + 1, schema, column, type)));
            }
        }
        return fields;
    }

    /** Checks the customer's identifier alone; a list of one field, or of none in a reference table. */
    List<Field> keyField(Unit unit, TableMapping mapping, String rows) {
        return mapping
                .key()
                .flatMap(key -> type(key, key.sql(), rows, unit.rows().columns())
                        .map(type -> new Field(
                                0,
                                Field.KEY_COLUMN,
                                new ColumnMapping(
                                        Field.KEY,
                                        key,
                                        Map.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Conventions.USUAL),
                                type)))
                .stream()
                .toList();
    }

    private Optional<String> type(Expression expression, String sql, String rows, List<String> known) {
        try {
            List<Engine.Column> columns = engine.describe("SELECT (%s\n) FROM %s".formatted(sql, rows));
            return Optional.of(columns.getFirst().type());
        } catch (SQLException e) {
            faults.add(fault(expression, String.valueOf(e.getMessage()), known));
            return Optional.empty();
        }
    }

    private static Fault fault(Expression expression, String message, List<String> known) {
        Matcher unknown = UNKNOWN_COLUMN.matcher(message);
        if (unknown.find()) {
            return Fault.of(
                    "ING-1008",
                    "The source has no column '%s'.".formatted(unknown.group(1)),
                    expression.where(),
                    Suggestion.advise(unknown.group(1), known));
        }
        if (message.startsWith("Permission Error")) {
            return Fault.of(
                    "ING-1009",
                    "A mapping may not read or write other files.",
                    expression.where(),
                    "List the file as a source and use 'join'.");
        }
        return Fault.of(
                "ING-1010",
                "The expression cannot be used: %s."
                        .formatted(message.lines().findFirst().orElse(message)),
                expression.where(),
                "Every column of a text file is text; CAST it where a number is needed: %s"
                        .formatted(Sql.literal("CAST(column AS INTEGER)")));
    }
}
