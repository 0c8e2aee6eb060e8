package org.yinhang.core.predicate.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.And;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Not;
import org.yinhang.core.predicate.Expression.Or;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.Value;

/** An expression for one record at a time: its value, or a condition's verdict with the conditions that decided it. */
public final class RecordEvaluator {

    private final Expression expression;
    private final Node node;

    /** Gives a value from what is known. */
    @FunctionalInterface
    interface Node {
        Value of(Facts facts);
    }

    private RecordEvaluator(Expression expression, Node node) {
        this.expression = expression;
        this.node = node;
    }

    /** Compiles an expression for an as-of day. */
    public static RecordEvaluator compile(Expression expression, AsOf asOf) {
        return new RecordEvaluator(expression, new RecordCompiler(asOf).node(expression));
    }

    /** The value alone: the quickest answer. */
    public Value value(Facts facts) {
        return node.of(facts);
    }

    /** What a condition says, without its reasons. */
    public Truth truth(Facts facts) {
        return Truth.of(node.of(facts));
    }

    /** The verdict of a condition with its reasons, for an as-of day. */
    public static Verdict explain(Expression condition, AsOf asOf, Facts facts) {
        return new Explanation(new RecordCompiler(asOf), facts).verdict(condition);
    }

    @Override
    public String toString() {
        return ExpressionText.of(expression);
    }

    /** Walks down to the conditions that decided. */
    private record Explanation(RecordCompiler compiler, Facts facts) {

        Verdict verdict(Expression condition) {
            return switch (condition) {
                case And and -> all(and.conditions(), Truth.FALSE);
                case Or or -> all(or.conditions(), Truth.TRUE);
                case Not not -> negated(not);
                default -> leaf(condition);
            };
        }

        /** The deciding truth of one part decides the whole; else a missing one makes it missing. */
        private Verdict all(List<Expression> conditions, Truth deciding) {
            List<Verdict> parts = conditions.stream().map(this::verdict).toList();
            Truth truth = parts.stream().anyMatch(p -> p.truth() == deciding)
                    ? deciding
                    : parts.stream().anyMatch(p -> p.truth() == Truth.MISSING) ? Truth.MISSING : deciding.negated();
            List<Reason> reasons = new ArrayList<>();
            parts.stream().filter(p -> p.truth() == truth).forEach(p -> reasons.addAll(p.reasons()));
            return new Verdict(truth, reasons);
        }

        private Verdict negated(Not not) {
            boolean compound = not.condition() instanceof And || not.condition() instanceof Or;
            if (!compound) {
                return leaf(not);
            }
            Verdict inner = verdict(not.condition());
            return new Verdict(inner.truth().negated(), inner.reasons());
        }

        private Verdict leaf(Expression condition) {
            Truth truth = Truth.of(compiler.node(condition).of(facts));
            Map<Leaf, Value> values = new LinkedHashMap<>();
            Leaves.of(condition).forEach(leaf -> values.put(leaf, facts.value(leaf)));
            return new Verdict(truth, List.of(new Reason(condition, truth, values)));
        }
    }
}
