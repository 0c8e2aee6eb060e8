package org.yinhang.core.predicate.vector;

import java.util.Arrays;
import java.util.List;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** SQL's three truth values (Kleene's strong logic). */
final class TruthSteps {

    private TruthSteps() {}

    static Step and(List<Step> conditions) {
        return batch -> {
            byte[] all = new byte[batch.size()];
            Arrays.fill(all, Vector.TRUE);
            for (Step condition : conditions) {
                byte[] truths = Columns.truths(condition.of(batch));
                for (int i = 0; i < all.length; i++) {
                    byte a = all[i];
                    byte b = truths[i];
                    all[i] = a == 0 || b == 0 ? Vector.FALSE : a < 0 || b < 0 ? Vector.UNKNOWN : Vector.TRUE;
                }
            }
            return new Vector.Truths(all);
        };
    }

    static Step or(List<Step> conditions) {
        return batch -> {
            byte[] any = new byte[batch.size()];
            for (Step condition : conditions) {
                byte[] truths = Columns.truths(condition.of(batch));
                for (int i = 0; i < any.length; i++) {
                    byte a = any[i];
                    byte b = truths[i];
                    any[i] = a > 0 || b > 0 ? Vector.TRUE : a < 0 || b < 0 ? Vector.UNKNOWN : Vector.FALSE;
                }
            }
            return new Vector.Truths(any);
        };
    }

    static Step not(Step condition) {
        return batch -> {
            byte[] truths = Columns.truths(condition.of(batch));
            byte[] negated = new byte[batch.size()];
            for (int i = 0; i < negated.length; i++) {
                negated[i] = (byte) (truths[i] < 0 ? Vector.UNKNOWN : 1 - truths[i]);
            }
            return new Vector.Truths(negated);
        };
    }

    static Step isMissing(Step value) {
        return batch -> {
            Vector vector = value.of(batch);
            byte[] truths = new byte[batch.size()];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = isMissing(vector, i) ? Vector.TRUE : Vector.FALSE;
            }
            return new Vector.Truths(truths);
        };
    }

    static boolean isMissing(Vector vector, int i) {
        return switch (vector) {
            case Vector.Wholes wholes -> wholes.values()[i] == Vector.MISSING;
            case Vector.Reals reals -> Double.isNaN(reals.values()[i]);
            case Vector.Codes codes -> codes.codes()[i] < 0;
            case Vector.Truths truths -> truths.values()[i] < 0;
            case Vector.Sets sets -> sets.masks()[i] == Vector.MISSING;
        };
    }

    /** The position of the first condition that is true; their number where none is. */
    static Choice firstTrue(List<Step> conditions) {
        return batch -> {
            int[] first = new int[batch.size()];
            Arrays.fill(first, conditions.size());
            for (int c = conditions.size() - 1; c >= 0; c--) {
                byte[] truths = Columns.truths(conditions.get(c).of(batch));
                for (int i = 0; i < first.length; i++) {
                    first[i] = truths[i] > 0 ? c : first[i];
                }
            }
            return first;
        };
    }

    /** Which of several columns gives each row's value; one past the last means none. */
    @FunctionalInterface
    interface Choice {
        int[] of(Batch batch);
    }
}
