package org.yinhang.product;

import java.util.IdentityHashMap;
import java.util.List;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.product.CompiledPolicy.Say;

/** What the tables say of one customer, each asked once however many products it covers. For one thread. */
final class TableAnswers {

    private final Facts facts;
    private final IdentityHashMap<CompiledPolicy, List<Say>> said = new IdentityHashMap<>();

    TableAnswers(Facts facts) {
        this.facts = facts;
    }

    Facts facts() {
        return facts;
    }

    List<Say> of(CompiledPolicy policy) {
        return said.computeIfAbsent(policy, asked -> List.copyOf(asked.say(facts)));
    }
}
