package org.yinhang.lake.predicate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.sql.SqlWriter;
import org.yinhang.lake.predicate.RandomBank.Row;
import org.yinhang.lake.sql.Sql;

/** The random bank as tables of a real DuckDB, and the language's SQL run over them. */
final class BankInDuckDb implements AutoCloseable {

    private final Connection connection;
    private final AsOf asOf;

    BankInDuckDb(RandomBank bank, AsOf asOf) throws SQLException {
        this.asOf = asOf;
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        List<Field> fields = RandomBank.FIELDS;
        execute("SET TimeZone = 'UTC'");
        execute("CREATE TABLE bank (customer INTEGER, %s)".formatted(columns(fields)));
        for (int c = 0; c < bank.customers.size(); c++) {
            Map<String, Value> values = bank.customers.get(c);
            execute("INSERT INTO bank VALUES (%d, %s)".formatted(c, values(fields, values)));
        }
        fill(RandomBank.EVENTS, bank.events);
        fill(RandomBank.LINES, bank.lines);
    }

    private void fill(FactTable table, List<Row> rows) throws SQLException {
        List<Field> columns = table.columns().stream()
                .filter(c -> !c.name().equals("occurred_at"))
                .toList();
        execute("CREATE TABLE %s (customer INTEGER, occurred_at TIMESTAMP, recorded_at TIMESTAMP, id BIGINT, %s)"
                .formatted(table.name(), columns(columns)));
        for (Row row : rows) {
            execute("INSERT INTO %s VALUES (%d, make_timestamp(%d), make_timestamp(%d), %d, %s)"
                    .formatted(
                            table.name(),
                            row.customer(),
                            row.occurredAt(),
                            row.recordedAt(),
                            row.id(),
                            values(columns, row.columns())));
        }
    }

    /** The truth of each condition for each customer: true, false or null as a value. */
    List<List<Value>> truths(List<Expression> conditions) throws SQLException {
        Map<Aggregate, String> aggregates = new LinkedHashMap<>();
        for (Expression condition : conditions) {
            for (Leaf leaf : Leaves.of(condition)) {
                if (leaf instanceof Aggregate aggregate) {
                    aggregates.putIfAbsent(aggregate, "a" + aggregates.size());
                }
            }
        }
        SqlWriter writer = SqlWriter.duckDb(asOf, leaf -> name(leaf, aggregates));
        String joins = List.of(RandomBank.EVENTS, RandomBank.LINES).stream()
                .map(table -> join(table, aggregates, writer))
                .collect(Collectors.joining());
        String items = conditions.stream().map(writer::write).collect(Collectors.joining(",\n "));
        List<List<Value>> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT %s FROM bank b %s ORDER BY b.customer".formatted(items, joins))) {
            while (rows.next()) {
                List<Value> row = new ArrayList<>();
                for (int i = 1; i <= conditions.size(); i++) {
                    boolean truth = rows.getBoolean(i);
                    row.add(rows.wasNull() ? Value.missing() : Value.of(truth));
                }
                answers.add(row);
            }
        }
        return answers;
    }

    private static String name(Leaf leaf, Map<Aggregate, String> aggregates) {
        return switch (leaf) {
            case Expression.Reference reference -> "b." + reference.field().name();
            case Aggregate aggregate -> "coalesced_" + aggregates.get(aggregate);
            case Expression.Member member ->
                "(b.customer %% %d = 0)".formatted(member.name().length());
        };
    }

    private static String join(FactTable table, Map<Aggregate, String> aggregates, SqlWriter writer) {
        Map<Aggregate, String> mine = new LinkedHashMap<>(aggregates);
        mine.keySet().removeIf(a -> !a.table().equals(table));
        if (mine.isEmpty()) {
            return "";
        }
        String items = mine.entrySet().stream()
                .map(e -> writer.aggregate(e.getKey()) + " AS " + e.getValue())
                .collect(Collectors.joining(", "));
        String kept = mine.entrySet().stream()
                .map(e -> "CASE WHEN f.customer IS NULL THEN %s ELSE f.%s END AS coalesced_%s"
                        .formatted(writer.absent(e.getKey()), e.getValue(), e.getValue()))
                .collect(Collectors.joining(", "));
        return (" LEFT JOIN (SELECT c.customer, %s FROM bank c LEFT JOIN (SELECT customer, %s FROM %s GROUP BY customer) f"
                        + " ON f.customer = c.customer) %s_a ON %s_a.customer = b.customer")
                .formatted(kept, items, writer.rows(table), table.name(), table.name());
    }

    private static String columns(List<Field> fields) {
        return fields.stream().map(f -> f.name() + " " + sqlType(f.type())).collect(Collectors.joining(", "));
    }

    private static String sqlType(ValueType type) {
        return switch (type) {
            case TRUTH -> "BOOLEAN";
            case INTEGER, RATE -> "INTEGER";
            case MONEY -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            case MOMENT -> "TIMESTAMP";
            case SET -> "VARCHAR[]";
            case NOTHING -> "INTEGER";
        };
    }

    private static String values(List<Field> fields, Map<String, Value> values) {
        return fields.stream().map(f -> literal(f.type(), values.get(f.name()))).collect(Collectors.joining(", "));
    }

    private static String literal(ValueType type, Value value) {
        return switch (value) {
            case Value.Missing missing -> "NULL";
            case Value.Truth truth -> Boolean.toString(truth.value());
            case Value.Real real -> "CAST('%s' AS DOUBLE)".formatted(real.value());
            case Value.Text text -> Sql.literal(text.value());
            case Value.Labels labels ->
                "CAST(%s AS VARCHAR[])"
                        .formatted(
                                labels.value().stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]")));
            case Value.Whole whole ->
                type == ValueType.DATE
                        ? "DATE '%s'".formatted(LocalDate.ofEpochDay(whole.value()))
                        : type == ValueType.MOMENT
                                ? "make_timestamp(%d)".formatted(whole.value())
                                : Long.toString(whole.value());
        };
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
