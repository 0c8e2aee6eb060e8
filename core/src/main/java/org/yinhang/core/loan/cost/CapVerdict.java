package org.yinhang.core.loan.cost;

import java.time.LocalDate;
import org.yinhang.core.unit.Rate;

/** What a cap says about a loan. Only {@link Within} and {@link NotInForce} let it pass. */
public sealed interface CapVerdict {

    /** At or under the ceiling, with what is left to it. */
    record Within(Rate cost, Rate headroom) implements CapVerdict {}

    /** Over the ceiling, by how much. */
    record Above(Rate cost, Rate excess) implements CapVerdict {}

    /** The cap does not hold on that day. */
    record NotInForce(LocalDate day) implements CapVerdict {}

    /** The loan has no one rate; it must not pass. */
    record Undecided(AnnualCost cost) implements CapVerdict {}

    /** Whether the cap lets the loan pass. */
    default boolean isPass() {
        return switch (this) {
            case Within _, NotInForce _ -> true;
            case Above _, Undecided _ -> false;
        };
    }
}
