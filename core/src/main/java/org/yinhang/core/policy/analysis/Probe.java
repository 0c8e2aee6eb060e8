package org.yinhang.core.policy.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.AnyOf;
import org.yinhang.core.predicate.Expression.Between;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.Expression.Comparison;
import org.yinhang.core.predicate.Expression.IsMissing;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Expression.Widened;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.ScalarFunction;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.RecordEvaluator;

/**
 * One innermost condition: what it looks at and where its answer may change. What is not a field beside constants is
 * looked at as a whole: {@code a / b > 3} looks at {@code a / b}, {@code a > b} at itself.
 *
 * @param condition the condition, over {@code looksAt} alone
 * @param looksAt a field, or what stands for a whole expression
 * @param marks constants it is compared with
 * @param reads the fields behind it
 */
record Probe(Expression condition, Leaf looksAt, List<Value> marks, List<Leaf> reads) {

    static Probe of(Expression atom, AsOf asOf) {
        return switch (atom) {
            case Comparison c
            when isConstant(c.right()) ->
                of(c.left(), List.of(constant(c.right(), asOf)), left -> new Comparison(c.operator(), left, c.right()));
            case Comparison c
            when isConstant(c.left()) ->
                of(
                        c.right(),
                        List.of(constant(c.left(), asOf)),
                        right -> new Comparison(c.operator(), c.left(), right));
            case Between b
            when isConstant(b.low()) && isConstant(b.high()) ->
                of(
                        b.value(),
                        List.of(constant(b.low(), asOf), constant(b.high(), asOf)),
                        value -> new Between(value, b.low(), b.high()));
            case AnyOf a ->
                of(
                        a.value(),
                        a.choices().stream().map(Literal::value).toList(),
                        value -> new AnyOf(value, a.choices()));
            case IsMissing m -> of(m.value(), List.of(), IsMissing::new);
            case Leaf leaf -> new Probe(leaf, leaf, List.of(), List.of(leaf));
            case Call call when isDefaulted(call) -> of(call, List.of(), UnaryOperator.identity());
            default -> {
                Leaf whole = standIn(atom);
                yield new Probe(whole, whole, List.of(), List.copyOf(Leaves.of(atom)));
            }
        };
    }

    private static Probe of(Expression operand, List<Value> marks, UnaryOperator<Expression> condition) {
        List<Value> all = new ArrayList<>(marks);
        if (operand instanceof Leaf leaf) {
            return new Probe(condition.apply(leaf), leaf, all, List.of(leaf));
        }
        if (operand instanceof Widened(Leaf leaf)) {
            return new Probe(condition.apply(operand), leaf, all, List.of(leaf));
        }
        if (operand instanceof Call call
                && isDefaulted(call)
                && call.arguments().getFirst() instanceof Leaf leaf
                && call.arguments().getLast() instanceof Literal otherwise) {
            all.add(otherwise.value());
            return new Probe(condition.apply(operand), leaf, all, List.of(leaf));
        }
        Leaf whole = standIn(operand);
        return new Probe(condition.apply(whole), whole, all, List.copyOf(Leaves.of(operand)));
    }

    /** A field with a constant in the place of what is missing. */
    private static boolean isDefaulted(Call call) {
        return call.function() == ScalarFunction.COALESCE
                && call.arguments().size() == 2
                && call.arguments().getFirst() instanceof Leaf
                && call.arguments().getLast() instanceof Literal;
    }

    private static boolean isConstant(Expression expression) {
        return Leaves.of(expression).isEmpty();
    }

    private static Value constant(Expression expression, AsOf asOf) {
        return RecordEvaluator.compile(expression, asOf).value(_ -> Value.missing());
    }

    private static Leaf standIn(Expression expression) {
        String text = ExpressionText.of(expression);
        ValueType type = expression.type();
        return new Reference(Field.of(text, type, text, text));
    }
}
