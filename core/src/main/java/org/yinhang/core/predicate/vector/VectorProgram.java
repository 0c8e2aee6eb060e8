package org.yinhang.core.predicate.vector;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Branch;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.LikePattern;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/**
 * An expression compiled to loops over columns: compile once, run on any number of batches, by several threads. A batch
 * of a few thousand rows keeps every intermediate column in the processor's cache.
 */
public final class VectorProgram {

    /** One step: the column it gives for a batch. */
    @FunctionalInterface
    interface Step {
        Vector of(Batch batch);
    }

    private final Step step;

    private VectorProgram(Step step) {
        this.step = step;
    }

    /** Compiles an expression for an as-of day. */
    public static VectorProgram compile(Expression expression, AsOf asOf) {
        return new VectorProgram(new Compiler(asOf).step(expression));
    }

    /** The expression's value for every row of the batch. */
    public Vector run(Batch batch) {
        return step.of(batch);
    }

    /** Turns each node into a step over the steps of its parts. */
    private record Compiler(AsOf asOf) {

        Step step(Expression expression) {
            return switch (expression) {
                case Leaf leaf -> batch -> batch.column(leaf);
                case Expression.Literal literal -> new Constant(literal);
                case Expression.Today today -> new Constant(asOf.epochDay());
                case Expression.Arithmetic a -> ArithmeticSteps.of(a, step(a.left()), step(a.right()));
                case Expression.Widened widened -> ArithmeticSteps.widened(step(widened.whole()));
                case Expression.Shifted shifted -> DaySteps.shifted(shifted, step(shifted.day()));
                case Expression.Call call -> CallSteps.of(call, steps(call.arguments()), asOf);
                case Expression.Case cases -> cases(cases);
                case Expression.Labelled labelled -> new LabelStep(labelled, conditions(labelled.branches()));
                case Expression.Comparison c ->
                    ComparisonSteps.of(c.operator(), c.left().type(), step(c.left()), step(c.right()));
                case Expression.Between b ->
                    ComparisonSteps.between(b.value().type(), step(b.value()), step(b.low()), step(b.high()));
                case Expression.AnyOf anyOf -> ComparisonSteps.anyOf(anyOf, step(anyOf.value()));
                case Expression.Like like -> {
                    LikePattern pattern = new LikePattern(like.pattern());
                    yield new TextTest(step(like.value()), pattern::matches);
                }
                case Expression.IsMissing missing -> TruthSteps.isMissing(step(missing.value()));
                case Expression.And and -> TruthSteps.and(steps(and.conditions()));
                case Expression.Or or -> TruthSteps.or(steps(or.conditions()));
                case Expression.Not not -> TruthSteps.not(step(not.condition()));
            };
        }

        private List<Step> steps(List<? extends Expression> expressions) {
            return expressions.stream().map(this::step).toList();
        }

        private List<Step> conditions(List<Branch> branches) {
            return branches.stream().map(b -> step(b.condition())).toList();
        }

        private Step cases(Expression.Case cases) {
            List<Step> values = new ArrayList<>(
                    cases.branches().stream().map(b -> step(b.value())).toList());
            values.add(step(cases.otherwise().orElseGet(() -> new Expression.Literal(cases.type(), Value.missing()))));
            return new ChoiceStep(
                    cases.type() == ValueType.NOTHING ? ValueType.TRUTH : cases.type(),
                    TruthSteps.firstTrue(conditions(cases.branches())),
                    values);
        }
    }
}
