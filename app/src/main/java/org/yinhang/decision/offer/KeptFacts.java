package org.yinhang.decision.offer;

import java.util.IdentityHashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;

/** Facts that remember everything that was read of them: what a decision rests on, and nothing else. For one thread. */
public final class KeptFacts implements Facts {

    private final Facts source;
    private final IdentityHashMap<Leaf, Value> read = new IdentityHashMap<>();

    public KeptFacts(Facts source) {
        this.source = source;
    }

    @Override
    public Value value(Leaf leaf) {
        return read.computeIfAbsent(leaf, source::value);
    }

    /** What has been read so far, by the text of the field. */
    public SortedMap<String, Value> read() {
        SortedMap<String, Value> texts = new TreeMap<>();
        read.forEach((leaf, value) -> texts.put(ExpressionText.of(leaf), value));
        return texts;
    }
}
