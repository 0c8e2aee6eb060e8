package org.yinhang.core.predicate.vector;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** What each text of one dictionary becomes in another; kept and extended as the first grows. */
final class CodeMap {

    private final Dictionary target;
    private final UnaryOperator<String> change;
    private volatile Kept kept = new Kept(new Dictionary(), new int[0]);

    private record Kept(Dictionary source, int[] codes) {}

    CodeMap(Dictionary target, UnaryOperator<String> change) {
        this.target = target;
        this.change = change;
    }

    /** The target's code for every code of the source there is at this moment. */
    int[] of(Dictionary source) {
        Kept present = kept;
        int size = source.size();
        boolean same = present.source == source;
        if (same && present.codes.length >= size) {
            return present.codes;
        }
        int[] codes = same ? Arrays.copyOf(present.codes, size) : new int[size];
        for (int i = same ? present.codes.length : 0; i < size; i++) {
            codes[i] = target.code(change.apply(source.text(i)));
        }
        kept = new Kept(source, codes);
        return codes;
    }
}
