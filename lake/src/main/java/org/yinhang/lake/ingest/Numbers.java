package org.yinhang.lake.ingest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBReadableVector;
import org.yinhang.lake.dictionary.CustomerDictionary;
import org.yinhang.lake.dictionary.IdentifierKey;
import org.yinhang.lake.dictionary.IdentifierKey.Pseudonym;
import org.yinhang.lake.schema.ColumnType;
import org.yinhang.lake.sql.Sql;

/**
 * Gives every customer of a load its number, new ones in the order in which the inputs first name them. Some thousands
 * at a time, the engine's threads hash the identifiers, one thread looks them up in the dictionary, and the engine's
 * threads take the numbers back, so that no identifier crosses from the engine one by one.
 */
final class Numbers {

    /** The engine's table {@code (_key, customer)}. */
    static final String TABLE = "numbers";

    private static final String NAMED = "named";
    private static final String HASH = "yinhang_hash";
    private static final String CUSTOMER = "yinhang_customer";
    private static final int UNIT_BITS = 40;
    private static final int AT_ONCE = 1 << 18;

    private final Engine engine;
    private final CustomerDictionary dictionary;
    private final IdentifierKey key;
    private final AtomicReferenceArray<Pseudonym> hashes = new AtomicReferenceArray<>(AT_ONCE);
    private final AtomicIntegerArray customers = new AtomicIntegerArray(AT_ONCE);

    Numbers(Engine engine, CustomerDictionary dictionary, IdentifierKey key) {
        this.engine = engine;
        this.dictionary = dictionary;
        this.key = key;
    }

    void assign(List<TablePlan> plans) {
        engine.execute("CREATE TABLE %s (_key VARCHAR, customer INTEGER)".formatted(TABLE));
        List<String> named = plans.stream().flatMap(Numbers::keys).toList();
        if (named.isEmpty()) {
            return;
        }
        engine.execute(
                "CREATE TABLE %s AS SELECT _key FROM (%s) WHERE _key IS NOT NULL GROUP BY _key ORDER BY min(seen), _key"
                        .formatted(NAMED, String.join(" UNION ALL ", named)));
        makeFunctions();
        long rows = engine.count("SELECT count(*) FROM " + NAMED);
        for (long from = 0; from < rows; from += AT_ONCE) {
            number(from, (int) Math.min(AT_ONCE, rows - from));
        }
        engine.execute("DROP TABLE " + NAMED);
    }

    private void number(long from, int count) {
        String some = "%s WHERE rowid >= %d AND rowid < %d".formatted(NAMED, from, from + count);
        engine.count("SELECT sum(%s(rowid - %d, _key)) FROM %s".formatted(HASH, from, some));
        for (int i = 0; i < count; i++) {
            customers.set(i, dictionary.number(hashes.get(i)));
        }
        engine.execute("INSERT INTO %s SELECT _key, %s(rowid - %d) FROM %s".formatted(TABLE, CUSTOMER, from, some));
    }

    private void makeFunctions() {
        engine.function(HASH, Integer.class, List.of(Long.class, String.class), (in, out) -> {
            DuckDBReadableVector places = in.vector(0);
            DuckDBReadableVector keys = in.vector(1);
            for (long i = 0; i < in.rowCount(); i++) {
                hashes.set((int) places.getLong(i), key.pseudonym(keys.getString(i)));
                out.setInt(i, 1);
            }
        });
        engine.function(CUSTOMER, Integer.class, List.of(Long.class), (in, out) -> {
            DuckDBReadableVector places = in.vector(0);
            for (long i = 0; i < in.rowCount(); i++) {
                out.setInt(i, customers.get((int) places.getLong(i)));
            }
        });
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
