package org.yinhang.lake.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.predicate.vector.VectorProgram;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.Dictionaries;
import org.yinhang.lake.fold.FactReader;
import org.yinhang.lake.fold.FactRows;
import org.yinhang.lake.fold.Fold;
import org.yinhang.lake.fold.Vectors;

/**
 * Values of single facts: expressions over a fact's own columns, and over the customer's other facts as of a day so many
 * days after it. One block of customers at a time, one thread.
 */
final class RowValues {

    private static final String ID = "id";

    private final Snapshot snapshot;
    private final Lake lake;
    private final ZoneId zone;
    private final FactTable table;
    private final Map<Expression, Integer> expressions;
    private final Dictionaries dictionaries = new Dictionaries();
    private final FactReader reader;
    private final Map<FactTable, List<Aggregate>> aggregates = new LinkedHashMap<>();
    private final Map<FactTable, FactReader> readers = new HashMap<>();

    /**
     * @param table the table whose rows are valued
     * @param expressions each with the days after a row's own day as of which it is asked
     */
    RowValues(Lake lake, Snapshot snapshot, FactTable table, Map<Expression, Integer> expressions, ZoneId zone) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.zone = zone;
        this.table = table;
        this.expressions = Map.copyOf(expressions);
        Set<String> columns = new LinkedHashSet<>(List.of(ID));
        table.knownAt().ifPresent(columns::add);
        Set<Aggregate> asked = new LinkedHashSet<>();
        expressions.keySet().forEach(expression -> {
            for (Leaf leaf : Leaves.of(expression)) {
                if (leaf instanceof Reference(var field)) {
                    columns.add(field.name());
                } else if (leaf instanceof Aggregate aggregate) {
                    asked.add(aggregate);
                }
            }
        });
        asked.forEach(aggregate -> aggregates
                .computeIfAbsent(aggregate.table(), t -> new ArrayList<>())
                .add(aggregate));
        this.reader = reader(table.name(), columns);
        aggregates.forEach((other, of) -> readers.put(
                other, reader(other.name(), new Fold(other, of, new AsOf(LocalDate.EPOCH, zone)).columns())));
    }

    private FactReader reader(String table, Set<String> columns) {
        return new FactReader(
                lake.folder(),
                snapshot.table(table),
                columns,
                dictionaries.of(snapshot.table(table).schema()));
    }

    /** The rows of a block, as they stand in the lake. */
    FactRows read(int block) {
        return reader.read(block);
    }

    /**
     * The values of some rows of the block that was read last.
     *
     * @param rows as {@link #read} gave them
     * @param places which of them
     * @return for each expression one value a place
     */
    Map<Expression, Value> values(int block, FactRows rows, int[] places) {
        Map<FactTable, FactRows> facts = new HashMap<>();
        readers.forEach((table, other) -> facts.put(table, other.read(block)));
        Map<LocalDate, List<Integer>> byDay = new TreeMap<>();
        long[] instants = rows.wholes(FactTable.OCCURRED_AT);
        for (int i = 0; i < places.length; i++) {
            byDay.computeIfAbsent(day(instants[places[i]]), d -> new ArrayList<>())
                    .add(i);
        }
        Map<Expression, Value> values = new HashMap<>();
        expressions.keySet().forEach(e -> values.put(e, new Value(new Vector[places.length], new int[places.length])));
        byDay.forEach((day, members) -> {
            int[] own = members.stream().mapToInt(i -> places[i]).toArray();
            Map<Integer, Map<Aggregate, Vector>> folded = new HashMap<>();
            expressions.forEach((expression, after) -> {
                AsOf asOf = new AsOf(day.plusDays(after), zone);
                Map<Aggregate, Vector> of = folded.computeIfAbsent(after, a -> fold(facts, asOf));
                Vector result =
                        VectorProgram.compile(expression, asOf).run(new Picked(rows, own, hidden(rows, own, asOf), of));
                Value value = Objects.requireNonNull(values.get(expression));
                for (int k = 0; k < own.length; k++) {
                    value.vectors[members.get(k)] = result;
                    value.places[members.get(k)] = k;
                }
            });
        });
        return values;
    }

    private LocalDate day(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
    }

    /** The same places, negative where what is known only afterwards was not known yet. */
    private int[] hidden(FactRows rows, int[] places, AsOf asOf) {
        int[] known = places.clone();
        table.knownAt().ifPresent(column -> {
            long[] knownAt = rows.wholes(column);
            for (int i = 0; i < known.length; i++) {
                known[i] = knownAt[places[i]] != Vector.MISSING && knownAt[places[i]] >= asOf.start() ? -1 : places[i];
            }
        });
        return known;
    }

    private Map<Aggregate, Vector> fold(Map<FactTable, FactRows> facts, AsOf asOf) {
        Map<Aggregate, Vector> folded = new HashMap<>();
        aggregates.forEach(
                (table, of) -> folded.putAll(new Fold(table, of, asOf).run(Objects.requireNonNull(facts.get(table)))));
        return folded;
    }

    /** One value a row, each a place in some vector. */
    static final class Value {

        private final Vector[] vectors;
        private final int[] places;

        Value(Vector[] vectors, int[] places) {
            this.vectors = vectors;
            this.places = places;
        }

        /** Hands every value over, in the order of the rows. */
        void into(FeatureColumns columns) {
            for (int i = 0; i < places.length; i++) {
                columns.add1(vectors[i], places[i]);
            }
        }

        /** A truth of every row: 1, 0, or -1 where it is not known. */
        byte[] truths() {
            byte[] truths = new byte[places.length];
            for (int i = 0; i < places.length; i++) {
                truths[i] = ((Vector.Truths) vectors[i]).values()[places[i]];
            }
            return truths;
        }
    }

    /**
     * Some rows of a block, with what is known of their customers.
     *
     * @param known their places, negative where what is known only afterwards was not known yet
     */
    private record Picked(FactRows rows, int[] places, int[] known, Map<Aggregate, Vector> aggregates)
            implements Batch {

        @Override
        public int size() {
            return places.length;
        }

        @Override
        public Vector column(Leaf leaf) {
            return switch (leaf) {
                case Reference(var field) ->
                    Vectors.picked(rows.column(field.name()), field.knownLater() ? known : places, places.length);
                case Aggregate aggregate -> {
                    int[] customers = new int[places.length];
                    for (int i = 0; i < places.length; i++) {
                        customers[i] = rows.customers()[places[i]];
                    }
                    yield Vectors.picked(
                            Objects.requireNonNull(aggregates.get(aggregate)), customers, customers.length);
                }
                case Expression.Member member -> throw new IllegalStateException("a model reads no lists");
            };
        }
    }
}
