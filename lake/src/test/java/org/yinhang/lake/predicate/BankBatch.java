package org.yinhang.lake.predicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/** The values of some leaves for every customer, as columns. */
final class BankBatch implements Batch {

    private final int size;
    private final LeafValues values;
    private final Map<Leaf, Dictionary> dictionaries;
    private final Map<Leaf, Vector> columns = new HashMap<>();

    /** Gives the value of a leaf for a customer. */
    @FunctionalInterface
    interface LeafValues {
        Value of(int customer, Leaf leaf);
    }

    BankBatch(int size, LeafValues values) {
        this(size, values, new HashMap<>());
    }

    /** A batch whose texts have the same codes as those of others with these dictionaries. */
    BankBatch(int size, LeafValues values, Map<Leaf, Dictionary> dictionaries) {
        this.dictionaries = dictionaries;
        this.size = size;
        this.values = values;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Vector column(Leaf leaf) {
        return columns.computeIfAbsent(leaf, l -> vector(l, customer -> values.of(customer, l)));
    }

    private Vector vector(Leaf leaf, IntFunction<Value> value) {
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(value.apply(i));
        }
        Dictionary dictionary = dictionaries.computeIfAbsent(leaf, l -> new Dictionary());
        return switch (leaf.type()) {
            case INTEGER, MONEY, RATE, DATE, MOMENT ->
                new Vector.Wholes(all.stream()
                        .mapToLong(v -> v instanceof Value.Whole w ? w.value() : Vector.MISSING)
                        .toArray());
            case NUMBER ->
                new Vector.Reals(all.stream()
                        .mapToDouble(v -> v instanceof Value.Real r ? r.value() : Double.NaN)
                        .toArray());
            case TEXT ->
                new Vector.Codes(
                        all.stream()
                                .mapToInt(v -> v instanceof Value.Text t ? dictionary.code(t.value()) : Vector.NO_CODE)
                                .toArray(),
                        dictionary);
            case SET ->
                new Vector.Sets(all.stream().mapToLong(v -> mask(v, dictionary)).toArray(), dictionary);
            case TRUTH, NOTHING -> truths(all);
        };
    }

    private static long mask(Value value, Dictionary dictionary) {
        return value instanceof Value.Labels labels
                ? labels.value().stream()
                        .mapToLong(l -> 1L << dictionary.code(l))
                        .reduce(0, (a, b) -> a | b)
                : Vector.MISSING;
    }

    private static Vector truths(List<Value> all) {
        byte[] truths = new byte[all.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = all.get(i) instanceof Value.Truth t ? (t.value() ? Vector.TRUE : Vector.FALSE) : Vector.UNKNOWN;
        }
        return new Vector.Truths(truths);
    }
}
