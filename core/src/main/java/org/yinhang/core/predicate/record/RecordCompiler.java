package org.yinhang.core.predicate.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.LikePattern;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.RecordEvaluator.Node;

/** Turns each node of an expression into a function of one record. */
record RecordCompiler(AsOf asOf) {

    Node node(Expression expression) {
        return switch (expression) {
            case Leaf leaf -> facts -> facts.value(leaf);
            case Expression.Literal literal -> facts -> literal.value();
            case Expression.Today today -> {
                Value day = Value.of(asOf.epochDay());
                yield facts -> day;
            }
            case Expression.Arithmetic a -> arithmetic(a);
            case Expression.Widened widened -> {
                Node whole = node(widened.whole());
                yield facts ->
                        whole.of(facts) instanceof Value.Whole w ? Value.of((double) w.value()) : Value.missing();
            }
            case Expression.Shifted shifted -> {
                Node day = node(shifted.day());
                yield facts -> RecordCalls.shifted(day.of(facts), shifted);
            }
            case Expression.Call call -> {
                List<Node> arguments = nodes(call.arguments());
                yield facts -> RecordCalls.call(
                        call, arguments.stream().map(a -> a.of(facts)).toList(), asOf);
            }
            case Expression.Case cases -> cases(cases);
            case Expression.Labelled labelled -> labelled(labelled);
            case Expression.Comparison c -> {
                Node left = node(c.left());
                Node right = node(c.right());
                yield facts -> RecordComparison.compared(c.operator(), left.of(facts), right.of(facts));
            }
            case Expression.Between b -> between(b);
            case Expression.AnyOf anyOf -> anyOf(anyOf);
            case Expression.Like like -> {
                Node value = node(like.value());
                LikePattern pattern = new LikePattern(like.pattern());
                yield facts -> value.of(facts) instanceof Value.Text text
                        ? Value.of(pattern.matches(text.value()))
                        : Value.missing();
            }
            case Expression.IsMissing missing -> {
                Node value = node(missing.value());
                yield facts -> Value.of(value.of(facts).isMissing());
            }
            case Expression.And and -> joined(nodes(and.conditions()), Truth.FALSE);
            case Expression.Or or -> joined(nodes(or.conditions()), Truth.TRUE);
            case Expression.Not not -> {
                Node condition = node(not.condition());
                yield facts -> Truth.of(condition.of(facts)).negated().value();
            }
        };
    }

    private List<Node> nodes(List<? extends Expression> expressions) {
        return expressions.stream().map(this::node).toList();
    }

    private static Node joined(List<Node> conditions, Truth deciding) {
        return facts -> {
            Truth truth = deciding.negated();
            for (Node condition : conditions) {
                Truth one = Truth.of(condition.of(facts));
                if (one == deciding) {
                    return deciding.value();
                }
                truth = one == Truth.MISSING ? Truth.MISSING : truth;
            }
            return truth.value();
        };
    }

    private Node arithmetic(Expression.Arithmetic a) {
        Node left = node(a.left());
        Node right = node(a.right());
        return facts -> {
            Value x = left.of(facts);
            Value y = right.of(facts);
            return x.isMissing() || y.isMissing() ? Value.missing() : RecordCalls.arithmetic(a, x, y);
        };
    }

    private Node cases(Expression.Case cases) {
        List<Node> conditions =
                cases.branches().stream().map(b -> node(b.condition())).toList();
        List<Node> values = cases.branches().stream().map(b -> node(b.value())).toList();
        Node otherwise = cases.otherwise().map(this::node).orElse(facts -> Value.missing());
        return facts -> {
            for (int i = 0; i < conditions.size(); i++) {
                if (Truth.of(conditions.get(i).of(facts)) == Truth.TRUE) {
                    return values.get(i).of(facts);
                }
            }
            return otherwise.of(facts);
        };
    }

    private Node labelled(Expression.Labelled labelled) {
        List<Node> conditions =
                labelled.branches().stream().map(b -> node(b.condition())).toList();
        List<Node> labels =
                labelled.branches().stream().map(b -> node(b.value())).toList();
        return facts -> {
            SortedSet<String> held = new TreeSet<>();
            for (int i = 0; i < conditions.size(); i++) {
                if (Truth.of(conditions.get(i).of(facts)) == Truth.TRUE
                        && labels.get(i).of(facts) instanceof Value.Text label) {
                    held.add(label.value());
                }
            }
            return new Value.Labels(held);
        };
    }

    private Node between(Expression.Between b) {
        Node value = node(b.value());
        Node low = node(b.low());
        Node high = node(b.high());
        return facts -> {
            Value x = value.of(facts);
            Truth above = RecordComparison.isAtLeast(x, low.of(facts));
            Truth below = RecordComparison.isAtLeast(high.of(facts), x);
            return above == Truth.FALSE || below == Truth.FALSE
                    ? Value.of(false)
                    : above == Truth.MISSING || below == Truth.MISSING ? Value.missing() : Value.of(true);
        };
    }

    private Node anyOf(Expression.AnyOf anyOf) {
        Node value = node(anyOf.value());
        Set<Value> choices = new HashSet<>();
        anyOf.choices().forEach(choice -> choices.add(choice.value()));
        if (anyOf.value().type() == ValueType.NUMBER) {
            return facts -> value.of(facts) instanceof Value.Real real
                    ? Value.of(choices.stream().anyMatch(c -> c instanceof Value.Real r && r.value() == real.value()))
                    : Value.missing();
        }
        return facts -> {
            Value x = value.of(facts);
            return x.isMissing() ? x : Value.of(choices.contains(x));
        };
    }
}
