package org.yinhang.core.predicate.record;

import java.util.List;

/**
 * What a condition says of one record, and why.
 *
 * @param truth the answer
 * @param reasons the innermost conditions that decided it, in the order of the text: of an {@code and} that fails those
 *     that failed, of an {@code or} that holds those that held, otherwise all of them
 */
public record Verdict(Truth truth, List<Reason> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    public boolean isTrue() {
        return truth == Truth.TRUE;
    }
}
