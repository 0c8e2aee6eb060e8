package org.yinhang.compliance.policy;

import java.util.List;

/** What the policy says to a touch. */
public sealed interface Verdict {

    /** Nothing stands against it. */
    record Cleared() implements Verdict {}

    /** At least one guard refuses; every reason is here, in the order of the guards. */
    record Withheld(List<Refusal> refusals) implements Verdict {
        public Withheld {
            refusals = List.copyOf(refusals);
        }
    }

    /** Every reason; none when cleared. */
    default List<Refusal> reasons() {
        return switch (this) {
            case Cleared _ -> List.of();
            case Withheld withheld -> withheld.refusals();
        };
    }

    /** Whether it may go. */
    default boolean isCleared() {
        return this instanceof Cleared;
    }
}
