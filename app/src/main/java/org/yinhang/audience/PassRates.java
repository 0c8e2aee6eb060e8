package org.yinhang.audience;

import java.util.List;
import org.yinhang.audience.internal.PastDecisions;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.NumberBands;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.decision.offer.ValueTerms;

/** Reckons pass rates over one index, by the same tag that contact plans take for the chance of approval. */
final class PassRates {

    private static final String SCORE = ValueTerms.bundled().approval();

    private final Index index;
    private final Workers workers;
    private final PastDecisions decided;

    PassRates(Index index, Workers workers, PastDecisions decided) {
        this.index = index;
        this.workers = workers;
        this.decided = decided;
    }

    PassRate of(Audience members) {
        return new PassRate(members.count(), SCORE, scores(members), decided.of(members), decided.ofBank());
    }

    /** Before a model is in force the index may not even have the column. */
    private NumberBands scores(Audience members) {
        boolean isThere = index.column(SCORE)
                .filter(column -> column.type() == ValueType.NUMBER)
                .isPresent();
        return isThere
                ? NumberBands.of(index, members, SCORE, workers, PassRate.bounds())
                : new NumberBands(members.count(), List.of());
    }
}
