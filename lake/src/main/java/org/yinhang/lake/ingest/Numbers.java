package org.yinhang.lake.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.yinhang.lake.dictionary.CustomerDictionary;
import org.yinhang.lake.schema.ColumnType;
import org.yinhang.lake.sql.Sql;

/** Gives every customer of a load its number, new ones in the order in which the inputs first name them. */
final class Numbers {

    /** The engine's table {@code (_key, customer)}. */
    static final String TABLE = "numbers";

    private static final int UNIT_BITS = 40;
    private static final int AT_ONCE = 65_536;

    private final Engine engine;
    private final CustomerDictionary dictionary;

    Numbers(Engine engine, CustomerDictionary dictionary) {
        this.engine = engine;
        this.dictionary = dictionary;
    }

    void assign(List<TablePlan> plans) {
        engine.execute("CREATE TABLE %s (_key VARCHAR, customer INTEGER)".formatted(TABLE));
        List<String> named = plans.stream().flatMap(Numbers::keys).toList();
        if (named.isEmpty()) {
            return;
        }
        engine.execute(
                "CREATE TABLE named AS SELECT _key, min(seen) AS seen FROM (%s) WHERE _key IS NOT NULL GROUP BY _key"
                        .formatted(String.join(" UNION ALL ", named)));
        engine.fill(TABLE, rows -> {
            List<String> keys = new ArrayList<>();
            engine.each("SELECT _key FROM named ORDER BY seen, _key", row -> {
                keys.add(row.getString(1));
                if (keys.size() == AT_ONCE) {
                    append(rows, keys);
                }
                return row;
            });
            append(rows, keys);
        });
        engine.execute("DROP TABLE named");
    }

    private void append(DuckDBAppender rows, List<String> keys) throws SQLException {
        List<Integer> numbers = dictionary.numbers(keys);
        for (int i = 0; i < keys.size(); i++) {
            rows.beginRow().append(keys.get(i)).append(numbers.get(i)).endRow();
        }
        keys.clear();
    }

    private static Stream<String> keys(TablePlan plan) {
        return plan.fields().stream()
                .filter(field -> field.schema().type() == ColumnType.CUSTOMER)
                .map(field -> "SELECT %s AS _key, (%d + _row) * 16 + %d AS seen FROM %s"
                        .formatted(
                                Sql.quoted(field.name()),
                                (long) plan.unit().number() << UNIT_BITS,
                                Math.min(15, field.number()),
                                plan.stagedRows()));
    }

    /** The tables a load fills, each with every plan that fills it. */
    static List<List<TablePlan>> byTable(List<TablePlan> plans) {
        return plans.stream().collect(Collectors.groupingBy(TablePlan::table)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
