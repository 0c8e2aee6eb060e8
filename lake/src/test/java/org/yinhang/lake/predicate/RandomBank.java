package org.yinhang.lake.predicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/** Some customers with every type of field, events and credit lines, a fifth of everything missing. */
final class RandomBank {

    static final int CUSTOMERS = 40;

    static final List<Field> FIELDS = List.of(
            field("age", ValueType.INTEGER),
            field("visits", ValueType.INTEGER),
            field("income", ValueType.MONEY),
            field("debt", ValueType.MONEY),
            field("rate", ValueType.RATE),
            field("score", ValueType.NUMBER),
            field("city", ValueType.TEXT),
            field("kind", ValueType.TEXT),
            field("mortgage", ValueType.TRUTH),
            field("joined_on", ValueType.DATE),
            field("seen_at", ValueType.MOMENT),
            field("circles", ValueType.SET));

    static final FactTable EVENTS = new FactTable(
            "events",
            "事件",
            "Events",
            false,
            List.of(
                    field("occurred_at", ValueType.MOMENT),
                    field("amount", ValueType.MONEY),
                    field("points", ValueType.INTEGER),
                    field("category", ValueType.TEXT),
                    field("result", ValueType.TEXT).asKnownLater(),
                    field("outcome_at", ValueType.MOMENT)),
            Optional.of("outcome_at"));

    static final FactTable LINES = new FactTable(
            "lines",
            "授信",
            "Lines",
            true,
            List.of(
                    field("occurred_at", ValueType.MOMENT),
                    field("granted", ValueType.MONEY),
                    field("used", ValueType.MONEY),
                    field("status", ValueType.TEXT)),
            Optional.empty());

    static final Catalogue CATALOGUE = new Catalogue(FIELDS, List.of(EVENTS, LINES), Set.of("vip"), Set.of("a1"));

    /** Microseconds of 2026-06-15 00:00 in Shanghai. */
    private static final long AS_OF = 1_781_452_800_000_000L;

    private static final long DAY = 86_400_000_000L;

    /** A row of a table: customer, occurred_at, recorded_at, id and its columns by name. */
    record Row(int customer, long occurredAt, long recordedAt, long id, Map<String, Value> columns) {}

    final List<Map<String, Value>> customers = new ArrayList<>();
    final List<Row> events = new ArrayList<>();
    final List<Row> lines = new ArrayList<>();

    RandomBank(SplittableRandom random) {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            Map<String, Value> values = new HashMap<>();
            FIELDS.forEach(field -> values.put(field.name(), value(field, random)));
            customers.add(values);
            int happened = random.nextInt(4) == 0 ? 0 : random.nextInt(12);
            for (int i = 0; i < happened; i++) {
                events.add(row(customer, events.size(), EVENTS, random));
            }
            for (int i = 0; i < random.nextInt(6); i++) {
                lines.add(row(customer, random.nextInt(3), LINES, random));
            }
        }
    }

    private static Row row(int customer, long id, FactTable table, SplittableRandom random) {
        long occurredAt = moment(random);
        Map<String, Value> columns = new HashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), value(column, random)));
        columns.put("occurred_at", Value.of(occurredAt));
        return new Row(customer, occurredAt, random.nextLong(1_000_000), id, columns);
    }

    /** Often on the edge of a day or of a window, sometimes after the as-of day. */
    private static long moment(SplittableRandom random) {
        long day = AS_OF - DAY * random.nextInt(-3, 100);
        return random.nextInt(3) == 0 ? day : day + random.nextLong(DAY);
    }

    private static Value value(Field field, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            return Value.missing();
        }
        return switch (field.type()) {
            case INTEGER -> Value.of((long) random.nextInt(0, 80));
            case MONEY -> Value.of(random.nextLong(-200_000, 5_000_000));
            case RATE -> Value.of((long) random.nextInt(20_000, 60_000));
            case NUMBER -> Value.of(random.nextInt(8) == 0 ? 0.0 : random.nextDouble());
            case TEXT ->
                Value.of(List.of("a", "Ab", "杭州", "x", "y", "x_y", "ok", "open", "", "𠮷b")
                        .get(random.nextInt(10)));
            case TRUTH -> Value.of(random.nextBoolean());
            case DATE -> Value.of((long) random.nextInt(10_000, 20_700));
            case MOMENT -> Value.of(moment(random));
            case SET -> labels(random);
            case NOTHING -> Value.missing();
        };
    }

    private static Value labels(SplittableRandom random) {
        SortedSet<String> labels = new TreeSet<>();
        for (String label : List.of("car", "home", "x")) {
            if (random.nextBoolean()) {
                labels.add(label);
            }
        }
        return new Value.Labels(labels);
    }

    private static Field field(String name, ValueType type) {
        return Field.of(name, type, name, name);
    }
}
