package org.yinhang.core.predicate.vector;

import java.util.Arrays;
import java.util.List;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/** A column that says the same everywhere; grown to the largest batch seen and kept. */
final class Constant implements VectorProgram.Step {

    private final ValueType type;
    private final Value value;
    private volatile Vector filled;

    Constant(Literal literal) {
        this(literal.type(), literal.value());
    }

    Constant(long day) {
        this(ValueType.DATE, Value.of(day));
    }

    private Constant(ValueType type, Value value) {
        this.type = type;
        this.value = value;
        this.filled = fill(64);
    }

    @Override
    public Vector of(Batch batch) {
        Vector present = filled;
        if (Columns.length(present) < batch.size()) {
            present = fill(batch.size());
            filled = present;
        }
        return present;
    }

    private Vector fill(int size) {
        return switch (type) {
            case TRUTH, NOTHING -> {
                byte[] truths = new byte[size];
                Arrays.fill(
                        truths,
                        value instanceof Value.Truth truth
                                ? (truth.value() ? Vector.TRUE : Vector.FALSE)
                                : Vector.UNKNOWN);
                yield new Vector.Truths(truths);
            }
            case INTEGER, MONEY, RATE, DATE, MOMENT -> {
                long[] wholes = new long[size];
                Arrays.fill(wholes, value instanceof Value.Whole whole ? whole.value() : Vector.MISSING);
                yield new Vector.Wholes(wholes);
            }
            case NUMBER -> {
                double[] reals = new double[size];
                Arrays.fill(reals, value instanceof Value.Real real ? real.value() : Double.NaN);
                yield new Vector.Reals(reals);
            }
            case TEXT -> {
                int[] codes = new int[size];
                boolean known = value instanceof Value.Text;
                Arrays.fill(codes, known ? 0 : Vector.NO_CODE);
                Dictionary dictionary =
                        value instanceof Value.Text text ? Dictionary.of(List.of(text.value())) : new Dictionary();
                yield new Vector.Codes(codes, dictionary);
            }
            case SET -> {
                long[] masks = new long[size];
                Arrays.fill(masks, Vector.MISSING);
                yield new Vector.Sets(masks, new Dictionary());
            }
        };
    }
}
