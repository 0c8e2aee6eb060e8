package org.yinhang.core.predicate.vector;

import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** Whether sets hold the labels asked for. */
final class SetTest implements Step {

    /** Compares a set's labels with those asked for. */
    @FunctionalInterface
    interface MaskTest {
        boolean holds(long mask, long asked);
    }

    private final Step set;
    private final MaskTest test;
    private final boolean needsAll;
    private final List<String> labels;

    SetTest(Call call, Step set, MaskTest test, boolean needsAll) {
        this.set = set;
        this.test = test;
        this.needsAll = needsAll;
        this.labels = IntStream.range(1, call.arguments().size())
                .mapToObj(i -> ((Value.Text) CallSteps.constant(call, i)).value())
                .toList();
    }

    @Override
    public Vector of(Batch batch) {
        Vector.Sets column = Columns.sets(set.of(batch));
        long asked = 0;
        boolean unseen = false;
        for (String label : labels) {
            int bit = column.dictionary().find(label);
            asked |= bit < 0 ? 0 : 1L << bit;
            unseen |= bit < 0;
        }
        boolean impossible = needsAll && unseen;
        byte[] truths = new byte[batch.size()];
        for (int i = 0; i < truths.length; i++) {
            long mask = column.masks()[i];
            truths[i] = Columns.truth(mask == Vector.MISSING, !impossible && test.holds(mask, asked));
        }
        return new Vector.Truths(truths);
    }
}
