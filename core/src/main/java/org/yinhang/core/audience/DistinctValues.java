package org.yinhang.core.audience;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.audience.index.ValueSet;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.predicate.vector.VectorProgram;

/**
 * The different values a column can have, the missing one last, as a batch: a condition over one column is settled for
 * all customers by computing it once for each value.
 *
 * @param column whose values they are
 * @param values known ones, rising, as the index holds them
 */
record DistinctValues(IndexColumn column, long[] values) implements Batch {

    /** Up to this many values between the least and the greatest are all tried, whether there or not. */
    private static final int MOST = 1 << 16;

    /** The values of a column; empty when they are too many to try. */
    static Optional<DistinctValues> of(IndexColumn column) {
        return switch (column.type()) {
            case TEXT ->
                Optional.of(new DistinctValues(
                        column, LongStream.range(0, column.dictionary().size()).toArray()));
            case TRUTH -> Optional.of(new DistinctValues(column, new long[] {0, 1}));
            case INTEGER, MONEY, RATE, DATE, MOMENT -> whole(column);
            case NUMBER, SET, NOTHING -> Optional.empty();
        };
    }

    private static Optional<DistinctValues> whole(IndexColumn column) {
        if (column.isKeyed()) {
            return Optional.of(new DistinctValues(
                    column,
                    column.counts().keySet().stream()
                            .mapToLong(Long::longValue)
                            .filter(key -> key != Vector.MISSING)
                            .toArray()));
        }
        long span = column.greatest() - column.least();
        return span < 0 || span >= MOST
                ? Optional.empty()
                : Optional.of(new DistinctValues(
                        column,
                        LongStream.rangeClosed(column.least(), column.greatest())
                                .toArray()));
    }

    @Override
    public int size() {
        return values.length + 1;
    }

    @Override
    public Vector column(Expression.Leaf leaf) {
        return switch (column.type()) {
            case TEXT -> {
                int[] codes = IntStream.range(0, size()).toArray();
                codes[values.length] = Vector.NO_CODE;
                yield new Vector.Codes(codes, column.dictionary());
            }
            case TRUTH -> new Vector.Truths(new byte[] {Vector.FALSE, Vector.TRUE, Vector.UNKNOWN});
            case INTEGER, MONEY, RATE, DATE, MOMENT -> {
                long[] wholes = Arrays.copyOf(values, size());
                wholes[values.length] = Vector.MISSING;
                yield new Vector.Wholes(wholes);
            }
            case NUMBER, SET, NOTHING -> throw new IllegalStateException(column.name());
        };
    }

    /** For which values a condition over this column alone has that truth. */
    ValueSet where(VectorProgram condition, byte truth) {
        byte[] truths = ((Vector.Truths) condition.run(this)).values();
        long[] found = IntStream.range(0, values.length)
                .filter(i -> truths[i] == truth)
                .mapToLong(i -> values[i])
                .toArray();
        return ValueSet.of(found, truths[values.length] == truth);
    }
}
