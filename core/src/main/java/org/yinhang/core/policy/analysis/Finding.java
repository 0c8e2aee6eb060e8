package org.yinhang.core.policy.analysis;

import org.yinhang.core.predicate.Expression.Leaf;

/** Something about a table its author should see before anybody relies on it. */
public sealed interface Finding {

    /** A customer of whom everything is known and no row holds. */
    record Gap(Example example) implements Finding {}

    /**
     * A row that cannot be judged where one thing is missing; the table's unknown outcome then applies.
     *
     * @param row the row's name
     * @param lacking what is missing
     * @param isHandled whether the table says what becomes of it
     */
    record Unjudged(String row, Leaf lacking, Example example, boolean isHandled) implements Finding {}

    /** Two rows of a first-hit table that both hold and say different things: their order decides. */
    record Overlap(String first, String second, Example example) implements Finding {}

    /** Two rows that both count and say different words: the table contradicts itself. */
    record Contradiction(String first, String second, Example example) implements Finding {}

    /** A row that rows before it leave nothing to. */
    record Unreachable(String row) implements Finding {}

    /** A row whose condition no customer can meet. */
    record Impossible(String row) implements Finding {}

    /** Whether the table may not come into force with it. */
    default boolean isError() {
        return switch (this) {
            case Gap _, Contradiction _, Unreachable _, Impossible _ -> true;
            case Unjudged unjudged -> !unjudged.isHandled();
            case Overlap _ -> false;
        };
    }
}
