package org.yinhang.core.loan.cost;

import java.util.List;
import java.util.Optional;
import org.yinhang.core.unit.Rate;

/** The rate a year of some cash flows, or why there is not exactly one. */
public sealed interface AnnualCost {

    /** Exactly one rate, to the nearest millionth. */
    record Found(Rate rate) implements AnnualCost {}

    /** Flows that change direction more than once can balance at several rates; none of them may be shown as the cost. */
    record Several(List<Rate> rates) implements AnnualCost {

        public Several {
            rates = List.copyOf(rates);
        }
    }

    /** No rate. */
    record Absent(Reason reason) implements AnnualCost {}

    /** Why there is no rate. */
    enum Reason {
        /** Money flows one way only. */
        ONE_DIRECTION,
        /** No rate between −99 % a period and 200,000 % a year balances the flows. */
        NO_RATE
    }

    /** The rate where there is exactly one. */
    default Optional<Rate> unique() {
        return switch (this) {
            case Found found -> Optional.of(found.rate());
            case Several _, Absent _ -> Optional.empty();
        };
    }
}
