package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;
import org.roaringbitmap.ContainerPointer;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.audience.index.ValueSet;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.ComparisonOperator;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.ScalarFunction;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.predicate.vector.VectorProgram;

/**
 * Turns a predicate into a sieve. Negation is pushed down to single conditions with SQL's three truth values kept:
 * asking for whom "not c" is true is asking for whom c is false. A condition over one column becomes the set of values
 * that pass; whatever cannot be said so is computed by a {@link VectorProgram} for the rows that are left.
 */
final class SievePlanner {

    private final Index index;
    private final LeafSource source;
    private final AsOf asOf;

    SievePlanner(Index index, LeafSource source, AsOf asOf) {
        this.index = index;
        this.source = source;
        this.asOf = asOf;
    }

    /**
     * The sieve that customers pass for whom a condition is true.
     *
     * @throws org.yinhang.core.fault.FaultException when the index lacks a column (SEL-1001) or has it in another type
     *     (SEL-1002)
     */
    Sieve plan(Expression condition) {
        Faults faults = new Faults();
        for (Leaf leaf : Leaves.of(condition)) {
            if (leaf instanceof Reference(var field)) {
                Optional<IndexColumn> column = index.column(field.name());
                if (column.isEmpty()) {
                    List<String> names =
                            index.columns().stream().map(IndexColumn::name).toList();
                    faults.add(Fault.of(
                            "SEL-1001",
                            "The index has no tag '%s'.".formatted(field.name()),
                            "index of " + index.subject().asOf(),
                            "Run the tags if it is new. "
                                    + Suggestion.nearest(field.name(), names)
                                            .map("Did you mean '%s'?"::formatted)
                                            .orElse("")));
                } else if (column.get().type() != field.type()) {
                    faults.add(Fault.of(
                            "SEL-1002",
                            "The tag '%s' is %s in the index, not %s."
                                    .formatted(field.name(), column.get().type(), field.type()),
                            "index of " + index.subject().asOf(),
                            "Its definition has changed since: run the tags."));
                }
            }
        }
        faults.raise();
        return plan(condition, true);
    }

    private Sieve plan(Expression condition, boolean wanted) {
        Set<Leaf> leaves = Leaves.of(condition);
        if (leaves.isEmpty()) {
            boolean holds = constant(condition).equals(Value.of(wanted));
            return holds ? new Sieve.Everybody() : new Sieve.Nobody();
        }
        return switch (condition) {
            case Expression.And and -> joined(and.conditions(), wanted, wanted);
            case Expression.Or or -> joined(or.conditions(), wanted, !wanted);
            case Expression.Not not -> plan(not.condition(), !wanted);
            case Expression.Member member -> members(member, wanted);
            case Expression other -> single(other, leaves, wanted);
        };
    }

    private Sieve joined(List<Expression> conditions, boolean wanted, boolean all) {
        List<Sieve> parts = new ArrayList<>();
        for (Expression condition : conditions) {
            parts.add(plan(condition, wanted));
        }
        return all ? SieveOrder.all(parts, index) : SieveOrder.any(parts, index);
    }

    private Sieve members(Expression.Member member, boolean wanted) {
        RoaringBitmap members = source.members(member);
        @Nullable Container[] blocks = new @Nullable Container[index.blocks()];
        for (ContainerPointer at = members.getContainerPointer(); at.getContainer() != null; at.advance()) {
            if (at.key() < blocks.length) {
                blocks[at.key()] = at.getContainer();
            }
        }
        double share = Math.min(1, (double) members.getCardinality() / Math.max(1, index.customers()));
        return new Sieve.Members(blocks, wanted, wanted ? share : 1 - share);
    }

    private Sieve single(Expression condition, Set<Leaf> leaves, boolean wanted) {
        if (leaves.size() == 1 && leaves.iterator().next() instanceof Reference(var field)) {
            IndexColumn column = index.column(field.name()).orElseThrow();
            Optional<Sieve> labels = labels(condition, column, wanted);
            if (labels.isPresent()) {
                return labels.get();
            }
            Optional<Truths> truths = truths(condition, column);
            if (truths.isPresent()) {
                return SieveOrder.values(column, truths.get().when(wanted), index);
            }
            Optional<DistinctValues> distinct = DistinctValues.of(column);
            if (distinct.isPresent()) {
                VectorProgram program = VectorProgram.compile(condition, asOf);
                ValueSet passing = distinct.get().where(program, wanted ? Vector.TRUE : Vector.FALSE);
                return SieveOrder.values(column, passing, index);
            }
        }
        return new Sieve.Program(VectorProgram.compile(condition, asOf), wanted ? Vector.TRUE : Vector.FALSE);
    }

    /** The truths of the conditions that most predicates consist of. */
    private Optional<Truths> truths(Expression condition, IndexColumn column) {
        return switch (condition) {
            case Expression.Comparison c ->
                isColumn(c.left())
                        ? compared(column, c.operator(), c.right())
                        : isColumn(c.right()) ? compared(column, mirrored(c.operator()), c.left()) : Optional.empty();
            case Expression.Between b -> isColumn(b.value()) ? between(column, b) : Optional.empty();
            case Expression.AnyOf anyOf -> isColumn(anyOf.value()) ? anyOf(column, anyOf) : Optional.empty();
            case Expression.IsMissing missing ->
                missing.value() instanceof Reference
                        ? Optional.of(new Truths(ValueSet.onlyMissing(), ValueSet.known()))
                        : Optional.empty();
            case Expression other -> Optional.empty();
        };
    }

    private Optional<Truths> between(IndexColumn column, Expression.Between b) {
        return compared(column, ComparisonOperator.AT_LEAST, b.low())
                .flatMap(low ->
                        compared(column, ComparisonOperator.AT_MOST, b.high()).map(low::and));
    }

    private Optional<Truths> anyOf(IndexColumn column, Expression.AnyOf anyOf) {
        Optional<Truths> any = Optional.of(Truths.of(ValueSet.none()));
        for (Literal choice : anyOf.choices()) {
            Optional<Truths> one = compared(column, ComparisonOperator.EQUAL, choice);
            any = any.flatMap(before -> one.map(before::or));
        }
        return any;
    }

    private Optional<Truths> compared(IndexColumn column, ComparisonOperator operator, Expression constant) {
        return Leaves.of(constant).isEmpty() && column.type() != ValueType.SET
                ? Truths.compared(column.type(), column.dictionary(), operator, constant(constant))
                : Optional.empty();
    }

    private static boolean isColumn(Expression expression) {
        return expression instanceof Reference
                || (expression instanceof Expression.Widened(var whole) && whole instanceof Reference);
    }

    private static ComparisonOperator mirrored(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL, DIFFERENT -> operator;
            case LESS -> ComparisonOperator.GREATER;
            case AT_MOST -> ComparisonOperator.AT_LEAST;
            case GREATER -> ComparisonOperator.LESS;
            case AT_LEAST -> ComparisonOperator.AT_MOST;
        };
    }

    private Optional<Sieve> labels(Expression condition, IndexColumn column, boolean wanted) {
        if (condition instanceof Expression.IsMissing(var value)
                && value instanceof Reference
                && column.type() == ValueType.SET) {
            return Optional.of(
                    wanted ? SieveOrder.values(column, ValueSet.onlyMissing(), index) : label(column, 0, false));
        }
        if (!(condition instanceof Expression.Call(var function, var arguments, var type))
                || !(arguments.getFirst() instanceof Reference)
                || !arguments.stream().skip(1).allMatch(a -> a instanceof Literal(var t, Value.Text text))) {
            return Optional.empty();
        }
        List<Sieve> each = new ArrayList<>();
        for (Expression argument : arguments.subList(1, arguments.size())) {
            String label = ((Value.Text) ((Literal) argument).value()).value();
            int number = column.dictionary().find(label);
            each.add(label(column, number < 0 ? 0 : 1L << number, wanted));
        }
        return switch (function) {
            case HAS, HAS_ALL -> Optional.of(wanted ? SieveOrder.all(each, index) : SieveOrder.any(each, index));
            case HAS_ANY -> Optional.of(wanted ? SieveOrder.any(each, index) : SieveOrder.all(each, index));
            case ScalarFunction other -> Optional.empty();
        };
    }

    private Sieve label(IndexColumn column, long mask, boolean wanted) {
        if (mask == 0 && wanted) {
            return new Sieve.Nobody();
        }
        long having = mask == 0 ? 0 : column.counts().getOrDefault((long) Long.numberOfTrailingZeros(mask), 0L);
        double known = index.customers() - (double) column.missing();
        return new Sieve.Labels(
                column, mask, wanted, (wanted ? having : known - having) / Math.max(1, index.customers()));
    }

    /** The value of an expression that reads nothing. */
    private Value constant(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.value();
        }
        Vector one = VectorProgram.compile(expression, asOf).run(new Nothing());
        return switch (one) {
            case Vector.Wholes w -> w.values()[0] == Vector.MISSING ? Value.missing() : Value.of(w.values()[0]);
            case Vector.Reals r -> Value.of(r.values()[0]);
            case Vector.Codes c ->
                c.codes()[0] == Vector.NO_CODE
                        ? Value.missing()
                        : Value.of(c.dictionary().text(c.codes()[0]));
            case Vector.Truths t ->
                t.values()[0] == Vector.UNKNOWN ? Value.missing() : Value.of(t.values()[0] == Vector.TRUE);
            case Vector.Sets s ->
                throw new IllegalStateException(
                        "a constant set: " + s.dictionary().texts());
        };
    }

    /** One row without columns. */
    private record Nothing() implements Batch {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public Vector column(Leaf leaf) {
            throw new IllegalStateException("a constant reads nothing");
        }
    }
}
