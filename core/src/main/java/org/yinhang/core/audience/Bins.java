package org.yinhang.core.audience;

import java.util.Arrays;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.audience.index.ValueSet;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

/**
 * The classes a column's customers fall into: each text, label, truth or whole number of a few; otherwise ten bands with
 * about equally many customers of the index each. Customers whose value is missing are a class of their own, the last.
 */
final class Bins {

    private static final int FEW = 24;
    private static final int BANDS = 10;

    private final IndexColumn column;
    private final boolean single;
    private final long[] values;

    private Bins(IndexColumn column, boolean single, long[] values) {
        this.column = column;
        this.single = single;
        this.values = values;
    }

    static Bins of(IndexColumn column) {
        return switch (column.type()) {
            case TEXT, SET -> new Bins(column, true, numbers(column.dictionary().size()));
            case TRUTH -> new Bins(column, true, numbers(2));
            case INTEGER, MONEY, RATE, DATE, MOMENT, NUMBER -> {
                long[] known = column.counts().keySet().stream()
                        .mapToLong(Long::longValue)
                        .filter(key -> key != Vector.MISSING)
                        .toArray();
                yield column.isKeyed() && known.length <= FEW
                        ? new Bins(column, true, known)
                        : new Bins(column, false, bounds(column.quantiles()));
            }
            case NOTHING -> throw new IllegalStateException(column.name());
        };
    }

    private static long[] numbers(int count) {
        long[] numbers = new long[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    /** The greatest value of every band but the last. */
    private static long[] bounds(long[] quantiles) {
        long[] bounds = new long[BANDS];
        int size = 0;
        for (int band = 1; band < BANDS && quantiles.length > 0; band++) {
            long bound = quantiles[(quantiles.length - 1) * band / BANDS];
            if (size == 0 || bounds[size - 1] < bound) {
                bounds[size++] = bound;
            }
        }
        return Arrays.copyOf(bounds, size);
    }

    IndexColumn column() {
        return column;
    }

    /** Whether every class but the missing one is one value. */
    boolean isSingle() {
        return single;
    }

    /** Number of classes, the missing one among them. */
    int size() {
        return single ? values.length + 1 : values.length + 2;
    }

    /** The class of a value; the last one when it is missing. */
    int of(long value) {
        if (value == Vector.MISSING) {
            return size() - 1;
        }
        int at = Arrays.binarySearch(values, value);
        return at < 0 ? -at - 1 : at;
    }

    /** The least value of a class; missing where bands have no end, or for the missing class. */
    Value from(int bin) {
        if (bin == size() - 1 || (!single && bin == 0)) {
            return Value.missing();
        }
        return single ? value(values[bin]) : value(values[bin - 1]);
    }

    /** The greatest value of a class; missing where bands have no end, or for the missing class. */
    Value upTo(int bin) {
        return bin >= values.length ? Value.missing() : value(values[bin]);
    }

    private Value value(long value) {
        ValueType type = column.type();
        return switch (type) {
            case TEXT, SET -> Value.of(column.dictionary().text((int) value));
            case TRUTH -> Value.of(value == 1);
            case NUMBER -> Value.of(ValueSet.real(value));
            case INTEGER, MONEY, RATE, DATE, MOMENT -> Value.of(value);
            case NOTHING -> Value.missing();
        };
    }
}
