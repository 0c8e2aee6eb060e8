package org.yinhang.core.predicate.vector;

import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** Whether two columns of texts say the same. */
final class TextEquality implements Step {

    private final Step left;
    private final Step right;
    private final Dictionary shared = new Dictionary();
    private final CodeMap leftMap = new CodeMap(shared, text -> text);
    private final CodeMap rightMap = new CodeMap(shared, text -> text);

    TextEquality(Step left, Step right) {
        this.left = left;
        this.right = right;
    }

    @Override
    public Vector of(Batch batch) {
        Vector.Codes a = Columns.codes(left.of(batch));
        Vector.Codes b = Columns.codes(right.of(batch));
        int[] aCodes = leftMap.of(a.dictionary());
        int[] bCodes = rightMap.of(b.dictionary());
        byte[] truths = new byte[batch.size()];
        for (int i = 0; i < truths.length; i++) {
            int x = a.codes()[i];
            int y = b.codes()[i];
            truths[i] = x < 0 || y < 0 ? Vector.UNKNOWN : aCodes[x] == bCodes[y] ? Vector.TRUE : Vector.FALSE;
        }
        return new Vector.Truths(truths);
    }
}
