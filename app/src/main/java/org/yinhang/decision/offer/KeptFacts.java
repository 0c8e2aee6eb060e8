package org.yinhang.decision.offer;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;

/** Facts that remember everything that was read of them: what a decision rests on, and nothing else. For one thread. */
public final class KeptFacts implements Facts {

    private final Facts source;
    private final SortedMap<String, Value> read = new TreeMap<>();

    public KeptFacts(Facts source) {
        this.source = source;
    }

    @Override
    public Value value(Leaf leaf) {
        return read.computeIfAbsent(ExpressionText.of(leaf), _ -> source.value(leaf));
    }

    /** What has been read so far, by the text of the field. */
    public SortedMap<String, Value> read() {
        return Collections.unmodifiableSortedMap(read);
    }
}
