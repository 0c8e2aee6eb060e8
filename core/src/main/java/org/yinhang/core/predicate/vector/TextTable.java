package org.yinhang.core.predicate.vector;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/** A number for each text of a dictionary; kept and extended as the dictionary grows. */
final class TextTable {

    private final ToLongFunction<String> function;
    private volatile Kept kept = new Kept(new Dictionary(), new long[0]);

    private record Kept(Dictionary source, long[] values) {}

    TextTable(ToLongFunction<String> function) {
        this.function = function;
    }

    long[] of(Dictionary source) {
        Kept present = kept;
        int size = source.size();
        boolean same = present.source == source;
        if (same && present.values.length >= size) {
            return present.values;
        }
        long[] values = same ? Arrays.copyOf(present.values, size) : new long[size];
        for (int i = same ? present.values.length : 0; i < size; i++) {
            values[i] = function.applyAsLong(source.text(i));
        }
        kept = new Kept(source, values);
        return values;
    }
}
