package org.yinhang.core.policy.analysis;

import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Value;

/**
 * One customer there could be, by what matters.
 *
 * @param places what is known of him
 */
public record Example(List<Place> places) {

    public Example {
        places = List.copyOf(places);
    }

    /**
     * One thing known.
     *
     * @param looksAt a field, or what stands for a whole expression
     * @param value missing where nothing is known
     */
    public record Place(Leaf looksAt, Value value) {

        @Override
        public String toString() {
            return ExpressionText.of(looksAt) + " = " + ExpressionText.of(new Literal(looksAt.type(), value));
        }
    }

    @Override
    public String toString() {
        return places.stream().map(Place::toString).collect(Collectors.joining(", "));
    }
}
