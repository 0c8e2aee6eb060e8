package org.yinhang.core.policy.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Member;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/**
 * Cuts the values of a field into the fewest cells no condition of a table can tell apart within: the constants it is
 * compared with, the stretches between them, and missing. Values below zero are looked at only when the table names one.
 */
final class Cells {

    private Cells() {}

    /** One value for each cell; the first is missing, where it can be. */
    static List<Value> of(Leaf leaf, Collection<Value> marks) {
        if (leaf instanceof Member) {
            return List.of(Value.of(true), Value.of(false));
        }
        List<Value> cells = new ArrayList<>(List.of(Value.missing()));
        switch (leaf.type()) {
            case TRUTH -> cells.addAll(List.of(Value.of(true), Value.of(false)));
            case INTEGER, MONEY, RATE, DATE, MOMENT -> cells.addAll(whole(leaf.type(), marks));
            case NUMBER -> cells.addAll(real(marks));
            case TEXT -> cells.addAll(words(leaf, marks));
            case SET -> cells.add(new Value.Labels(new TreeSet<>()));
            case NOTHING -> {}
        }
        return cells;
    }

    private static List<Value> whole(ValueType type, Collection<Value> marks) {
        SortedSet<Long> bounds = new TreeSet<>();
        for (Value mark : marks) {
            double real = Numbers.real(mark);
            if (mark instanceof Value.Whole whole) {
                bounds.add(whole.value());
            } else if (!Double.isNaN(real)) {
                bounds.add((long) Math.floor(real));
                bounds.add((long) Math.ceil(real));
            }
        }
        if (bounds.isEmpty()) {
            return List.of(Value.of(1L));
        }
        boolean isTime = type == ValueType.DATE || type == ValueType.MOMENT;
        long step = type == ValueType.MONEY ? 100 : 1;
        SortedSet<Long> values = new TreeSet<>(bounds);
        long lowest = bounds.first() - step;
        if (isTime || lowest >= 0 || bounds.first() < 0) {
            values.add(lowest);
        }
        values.add(bounds.last() + step);
        long previous = bounds.first();
        for (long bound : bounds) {
            if (bound - previous > 1) {
                values.add(previous + (bound - previous) / 2);
            }
            previous = bound;
        }
        return values.stream().map(Value::of).toList();
    }

    private static List<Value> real(Collection<Value> marks) {
        SortedSet<Double> bounds = marks.stream()
                .map(Numbers::real)
                .filter(mark -> !mark.isNaN())
                .collect(Collectors.toCollection(TreeSet::new));
        if (bounds.isEmpty()) {
            return List.of(Value.of(1.0));
        }
        SortedSet<Double> values = new TreeSet<>(bounds);
        double first = bounds.first();
        if (first != 0) {
            values.add(first > 0 ? first / 2 : first * 2);
        }
        values.add(bounds.last() > 0 ? bounds.last() * 2 : bounds.last() + 1);
        double previous = first;
        for (double bound : bounds) {
            values.add(previous + (bound - previous) / 2);
            previous = bound;
        }
        return values.stream().map(Value::of).toList();
    }

    /** The words compared with, and one other unless every known code is among them. */
    private static List<Value> words(Leaf leaf, Collection<Value> marks) {
        Set<String> named = marks.stream()
                .filter(Value.Text.class::isInstance)
                .map(mark -> ((Value.Text) mark).value())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> known = leaf instanceof Reference(var field) ? field.values() : Map.of();
        List<Value> values = named.stream().map(Value::of).collect(Collectors.toCollection(ArrayList::new));
        if (known.isEmpty()) {
            values.add(Value.of(named.contains("…") ? "……" : "…"));
        } else {
            known.keySet().stream()
                    .filter(code -> !named.contains(code))
                    .findFirst()
                    .ifPresent(code -> values.add(Value.of(code)));
        }
        return values;
    }
}
