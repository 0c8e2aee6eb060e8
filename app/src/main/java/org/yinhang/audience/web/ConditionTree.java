package org.yinhang.audience.web;

import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.ScalarFunction;
import org.yinhang.core.predicate.Value;

/**
 * A predicate as nested groups, for the builder: what is simple enough to be edited by mouse says its field, operator and
 * values; everything else is its text.
 *
 * @param group {@code and}, {@code or}, or empty for a condition
 * @param isNegated whether the group is turned into its opposite
 * @param items the parts of a group
 * @param text the condition in the language
 * @param field the field of a simple condition, or empty
 * @param operator its operator, or empty
 * @param values its constants: texts without quotes, numbers as written
 */
record ConditionTree(
        String group,
        boolean isNegated,
        List<ConditionTree> items,
        String text,
        String field,
        String operator,
        List<String> values) {

    static ConditionTree of(Expression expression) {
        return switch (expression) {
            case Expression.And and -> group("and", and.conditions(), false);
            case Expression.Or or -> group("or", or.conditions(), false);
            case Expression.Not not -> opposite(not);
            default -> condition(expression);
        };
    }

    private static ConditionTree opposite(Expression.Not not) {
        ConditionTree inner = of(not.condition());
        return inner.group().isEmpty() || inner.isNegated()
                ? condition(not)
                : new ConditionTree(inner.group(), true, inner.items(), "", "", "", List.of());
    }

    private static ConditionTree group(String word, List<Expression> conditions, boolean isNegated) {
        return new ConditionTree(
                word, isNegated, conditions.stream().map(ConditionTree::of).toList(), "", "", "", List.of());
    }

    private static ConditionTree condition(Expression expression) {
        String text = ExpressionText.of(expression);
        return simple(expression, text, false)
                .orElseGet(() -> new ConditionTree("", false, List.of(), text, "", "", List.of()));
    }

    private static Optional<ConditionTree> simple(Expression expression, String text, boolean isNegated) {
        return switch (expression) {
            case Reference reference ->
                Optional.of(simple(text, reference, isNegated ? "is false" : "is true", List.of()));
            case Expression.Comparison c ->
                isNegated ? Optional.empty() : leaf(text, c.left(), c.operator().symbol(), List.of(c.right()));
            case Expression.Between b ->
                isNegated ? Optional.empty() : leaf(text, b.value(), "between", List.of(b.low(), b.high()));
            case Expression.AnyOf anyOf -> leaf(text, anyOf.value(), isNegated ? "not in" : "in", anyOf.choices());
            case Expression.IsMissing missing ->
                leaf(text, missing.value(), isNegated ? "is not null" : "is null", List.<Expression>of());
            case Expression.Call call ->
                call.function() == ScalarFunction.HAS
                        ? leaf(
                                text,
                                call.arguments().getFirst(),
                                isNegated ? "has not" : "has",
                                call.arguments().subList(1, 2))
                        : Optional.empty();
            case Expression.Not not -> isNegated ? Optional.empty() : simple(not.condition(), text, true);
            default -> Optional.empty();
        };
    }

    /** A condition on one field by constants; empty when it is not that simple. */
    private static Optional<ConditionTree> leaf(
            String text, Expression value, String operator, List<? extends Expression> constants) {
        boolean isSimple = value instanceof Reference && constants.stream().allMatch(c -> c instanceof Literal);
        return isSimple
                ? Optional.of(simple(
                        text,
                        (Reference) value,
                        operator,
                        constants.stream().map(c -> constant((Literal) c)).toList()))
                : Optional.empty();
    }

    private static ConditionTree simple(String text, Reference reference, String operator, List<String> values) {
        return new ConditionTree("", false, List.of(), text, reference.field().name(), operator, values);
    }

    private static String constant(Literal literal) {
        return switch (literal.value()) {
            case Value.Text text -> text.value();
            default -> ExpressionText.of(literal).replaceFirst("^date '(.*)'$", "$1");
        };
    }
}
