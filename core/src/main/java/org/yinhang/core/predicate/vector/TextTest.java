package org.yinhang.core.predicate.vector;

import java.util.function.Predicate;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** A test of texts, asked once for each text of the dictionary and not for each row. */
final class TextTest implements Step {

    private final Step value;
    private final TextTable table;

    TextTest(Step value, Predicate<String> test) {
        this.value = value;
        this.table = new TextTable(text -> test.test(text) ? 1 : 0);
    }

    @Override
    public Vector of(Batch batch) {
        Vector.Codes column = Columns.codes(value.of(batch));
        long[] holds = table.of(column.dictionary());
        int[] codes = column.codes();
        byte[] truths = new byte[batch.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = codes[i] < 0 ? Vector.UNKNOWN : (byte) holds[codes[i]];
        }
        return new Vector.Truths(truths);
    }
}
