package org.yinhang.core.policy.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.RecordEvaluator;

/**
 * Conditions over the finite cells their constants induce.
 *
 * @param dimensions what they look at
 * @param formulas the conditions, in the order given
 */
record CellSpace(List<Dimension> dimensions, List<Formula> formulas) {

    static CellSpace of(List<Expression> conditions, AsOf asOf) {
        Builder builder = new Builder(asOf);
        conditions.forEach(builder::mark);
        builder.cut();
        return new CellSpace(
                builder.dimensions, conditions.stream().map(builder::formula).toList());
    }

    /** Fields that stand behind several dimensions, which are then looked at as if independent. */
    Set<Leaf> shared() {
        Set<Leaf> seen = new HashSet<>();
        Set<Leaf> shared = new HashSet<>();
        for (Dimension dimension : dimensions) {
            dimension.reads().stream().filter(leaf -> !seen.add(leaf)).forEach(shared::add);
        }
        return shared;
    }

    /** How many cells there are in all, at most the given number. */
    long size(long most) {
        long size = 1;
        for (Dimension dimension : dimensions) {
            size *= dimension.cells().size();
            if (size > most) {
                return most;
            }
        }
        return size;
    }

    /** A point in words. */
    Example example(int[] cells) {
        return new Example(IntStream.range(0, cells.length)
                .filter(d -> cells[d] >= 0)
                .mapToObj(d -> new Example.Place(
                        dimensions.get(d).looksAt(), dimensions.get(d).cells().get(cells[d])))
                .toList());
    }

    private static final class Builder {

        private final AsOf asOf;
        private final Map<Leaf, List<Value>> marks = new LinkedHashMap<>();
        private final Map<Leaf, List<Leaf>> reads = new LinkedHashMap<>();
        private final List<Dimension> dimensions = new ArrayList<>();
        private final Map<Leaf, Integer> places = new LinkedHashMap<>();

        Builder(AsOf asOf) {
            this.asOf = asOf;
        }

        void mark(Expression condition) {
            switch (condition) {
                case Expression.And and -> and.conditions().forEach(this::mark);
                case Expression.Or or -> or.conditions().forEach(this::mark);
                case Expression.Not not -> mark(not.condition());
                case Literal _ -> {}
                default -> {
                    Probe test = Probe.of(condition, asOf);
                    marks.computeIfAbsent(test.looksAt(), _ -> new ArrayList<>())
                            .addAll(test.marks());
                    reads.putIfAbsent(test.looksAt(), test.reads());
                }
            }
        }

        void cut() {
            marks.forEach((leaf, values) -> {
                places.put(leaf, dimensions.size());
                dimensions.add(new Dimension(leaf, Cells.of(leaf, values), reads.getOrDefault(leaf, List.of())));
            });
        }

        Formula formula(Expression condition) {
            return switch (condition) {
                case Expression.And and ->
                    new Formula.And(and.conditions().stream().map(this::formula).toList());
                case Expression.Or or ->
                    new Formula.Or(or.conditions().stream().map(this::formula).toList());
                case Expression.Not not -> new Formula.Not(formula(not.condition()));
                case Literal literal -> new Formula.Constant(mask(literal, literal.value()));
                default -> atom(Probe.of(condition, asOf));
            };
        }

        private Formula atom(Probe test) {
            int place = places.getOrDefault(test.looksAt(), -1);
            List<Integer> masks = dimensions.get(place).cells().stream()
                    .map(value -> mask(test.condition(), value))
                    .toList();
            return new Formula.Atom(place, masks, masks.stream().reduce(0, (a, b) -> a | b));
        }

        private int mask(Expression condition, Value value) {
            return Masks.of(RecordEvaluator.compile(condition, asOf).truth(_ -> value));
        }
    }
}
