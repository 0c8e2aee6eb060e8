package org.yinhang.core.predicate.vector;

import java.util.List;
import org.yinhang.core.predicate.Expression.Labelled;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** The labels whose conditions are true. */
final class LabelStep implements Step {

    private final Dictionary dictionary = new Dictionary();
    private final List<Step> conditions;
    private final int[] bits;

    LabelStep(Labelled labelled, List<Step> conditions) {
        this.conditions = conditions;
        this.bits = labelled.branches().stream()
                .mapToInt(b -> dictionary.code(((Value.Text) ((Literal) b.value()).value()).value()))
                .toArray();
    }

    @Override
    public Vector of(Batch batch) {
        long[] masks = new long[batch.size()];
        for (int c = 0; c < bits.length; c++) {
            byte[] truths = Columns.truths(conditions.get(c).of(batch));
            for (int i = 0; i < masks.length; i++) {
                masks[i] |= truths[i] > 0 ? 1L << bits[c] : 0;
            }
        }
        return new Vector.Sets(masks, dictionary);
    }
}
