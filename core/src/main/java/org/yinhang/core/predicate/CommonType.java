package org.yinhang.core.predicate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.Expression.Literal;

/** The one type several expressions can share. */
final class CommonType {

    private CommonType() {}

    /** Empty when there is none. What is not a constant decides; constants adapt. */
    static Optional<ValueType> of(List<Part> parts) {
        Set<ValueType> fixed = types(
                parts.stream().filter(p -> !(p.expression() instanceof Literal)).toList());
        Set<ValueType> all = types(parts);
        Set<ValueType> deciding = fixed.isEmpty() ? all : fixed;
        if (deciding.isEmpty()) {
            return Optional.of(ValueType.NOTHING);
        }
        if (deciding.size() == 1) {
            ValueType only = deciding.iterator().next();
            boolean widened = only == ValueType.INTEGER && all.contains(ValueType.NUMBER);
            boolean local = only == ValueType.MOMENT && all.size() > 1;
            return Optional.of(widened ? ValueType.NUMBER : local ? ValueType.DATE : only);
        }
        if (deciding.equals(Set.of(ValueType.INTEGER, ValueType.NUMBER))) {
            return Optional.of(ValueType.NUMBER);
        }
        return deciding.equals(Set.of(ValueType.DATE, ValueType.MOMENT))
                ? Optional.of(ValueType.DATE)
                : Optional.empty();
    }

    private static Set<ValueType> types(List<Part> parts) {
        return parts.stream()
                .map(Part::type)
                .filter(type -> type != ValueType.NOTHING)
                .collect(Collectors.toSet());
    }
}
