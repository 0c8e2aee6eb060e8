package org.yinhang.core.policy;

import java.util.List;

/**
 * What a table says of one customer, as places of its rows counted from 0.
 *
 * @param hits rows that hold: of a first-hit table at most one
 * @param unjudged rows that cannot be judged because something is missing, and that could change the answer
 */
public record TableAnswer(List<Integer> hits, List<Integer> unjudged) {

    public TableAnswer {
        hits = List.copyOf(hits);
        unjudged = List.copyOf(unjudged);
    }

    /** Whether nothing that is missing could change the answer. */
    public boolean isCertain() {
        return unjudged.isEmpty();
    }
}
