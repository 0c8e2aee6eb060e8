package org.yinhang.lake.fold;

import java.util.Arrays;
import org.yinhang.core.predicate.vector.Vector;

/** The rows of a selection by the code they have in one column, each code's rows ascending: one pass for all codes. */
final class CodePartition {

    private final int[] begins;
    private final int[] rows;

    CodePartition(Selection selection, Vector.Codes column) {
        int[] codes = column.codes();
        begins = new int[column.dictionary().size() + 2];
        int[] from = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            begins[codes[from[i]] + 2]++;
        }
        for (int code = 1; code < begins.length; code++) {
            begins[code] += begins[code - 1];
        }
        int[] next = begins.clone();
        rows = new int[selection.size()];
        for (int i = 0; i < selection.size(); i++) {
            rows[next[codes[from[i]] + 1]++] = from[i];
        }
    }

    /** The rows of one code; none for a code that does not occur. */
    Selection of(int code) {
        if (code < 0 || code + 2 >= begins.length) {
            return new Selection(rows, 0);
        }
        int from = begins[code + 1];
        int until = begins[code + 2];
        return new Selection(Arrays.copyOfRange(rows, from, until), until - from);
    }
}
