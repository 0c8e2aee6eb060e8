package org.yinhang.core.predicate;

import java.util.List;
import java.util.Optional;

/** A checked expression: every node knows its type, literals already have the type of their place. Immutable. */
public sealed interface Expression {

    ValueType type();

    /** What a record or a column supplies; everything else is computed from these. */
    sealed interface Leaf extends Expression {}

    /** A field of the catalogue. */
    record Reference(Field field) implements Leaf {
        @Override
        public ValueType type() {
            return field.type();
        }
    }

    /**
     * Many facts of a customer as one value.
     *
     * @param argument what is aggregated, over the table's columns; empty for count and exists
     * @param where which rows, over the table's columns; empty for all
     */
    record Aggregate(
            AggregateFunction function,
            FactTable table,
            Optional<Expression> argument,
            Optional<Expression> where,
            Window window,
            ValueType type)
            implements Leaf {}

    /** Whether the customer is in a list or a saved audience; never missing. */
    record Member(Membership kind, String name) implements Leaf {
        @Override
        public ValueType type() {
            return ValueType.TRUTH;
        }
    }

    /** A constant, or {@code null} of a type. */
    record Literal(ValueType type, Value value) implements Expression {}

    /** The as-of day. */
    record Today() implements Expression {
        @Override
        public ValueType type() {
            return ValueType.DATE;
        }
    }

    /** Sum, difference, product or quotient; money and rates are rounded to whole units, halves away from zero. */
    record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, ValueType type)
            implements Expression {}

    /** A whole number as a real one. */
    record Widened(Expression whole) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }
    }

    /** A day moved along the calendar. */
    record Shifted(Expression day, long steps, CalendarUnit unit) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.DATE;
        }
    }

    /** A function of single values. */
    record Call(ScalarFunction function, List<Expression> arguments, ValueType type) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The first branch whose condition is true, else the other value, else missing. */
    record Case(List<Branch> branches, Optional<Expression> otherwise, ValueType type) implements Expression {
        public Case {
            branches = List.copyOf(branches);
        }
    }

    /** The labels whose conditions are true. */
    record Labelled(List<Branch> branches) implements Expression {
        public Labelled {
            branches = List.copyOf(branches);
        }

        @Override
        public ValueType type() {
            return ValueType.SET;
        }
    }

    /** A condition and what it gives. */
    record Branch(Expression condition, Expression value) {}

    /** Something true, false or missing. */
    sealed interface Condition extends Expression {
        @Override
        default ValueType type() {
            return ValueType.TRUTH;
        }
    }

    record Comparison(ComparisonOperator operator, Expression left, Expression right) implements Condition {}

    record Between(Expression value, Expression low, Expression high) implements Condition {}

    /** Equal to one of several constants, none of them missing. */
    record AnyOf(Expression value, List<Literal> choices) implements Condition {
        public AnyOf {
            choices = List.copyOf(choices);
        }
    }

    /** Matches a pattern in which {@code %} stands for any text and {@code _} for any one character. */
    record Like(Expression value, String pattern) implements Condition {}

    /** Whether a value is missing; itself never missing. */
    record IsMissing(Expression value) implements Condition {}

    record And(List<Expression> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    record Or(List<Expression> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Expression condition) implements Condition {}

    /** The expressions directly inside, in order; the inside of an aggregate is not among them. */
    default List<Expression> children() {
        return switch (this) {
            case Leaf leaf -> List.of();
            case Literal literal -> List.of();
            case Today today -> List.of();
            case Arithmetic a -> List.of(a.left, a.right);
            case Widened w -> List.of(w.whole);
            case Shifted s -> List.of(s.day);
            case Call c -> c.arguments;
            case Case c -> Branches.children(c.branches, c.otherwise);
            case Labelled l -> Branches.children(l.branches, Optional.empty());
            case Comparison c -> List.of(c.left, c.right);
            case Between b -> List.of(b.value, b.low, b.high);
            case AnyOf a -> List.of(a.value);
            case Like l -> List.of(l.value);
            case IsMissing i -> List.of(i.value);
            case And a -> a.conditions;
            case Or o -> o.conditions;
            case Not n -> List.of(n.condition);
        };
    }
}
