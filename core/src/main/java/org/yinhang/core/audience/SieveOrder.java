package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.audience.index.ValueSet;
import org.yinhang.core.predicate.ValueType;

/**
 * Puts sieves together in the order that is expected to be cheapest: what removes most at least cost first
 * (Hellerstein and Stonebraker 1993, doi 10.1145/170036.170078, rank = cost / removed share).
 */
final class SieveOrder {

    /** Cost of testing the plain values of a whole block, where following the rows of one key is 1. */
    private static final double PLAIN = 150;

    /** Cost of a range that follows bounds. */
    private static final double BANDED = 15;

    /** Keeps ranks finite. */
    private static final double LITTLE = 1e-6;

    private SieveOrder() {}

    /** The rows whose value is in a set. */
    static Sieve values(IndexColumn column, ValueSet wanted, Index index) {
        if (wanted.isEmpty()) {
            return new Sieve.Nobody();
        }
        double share = column.customersIn(wanted, index.customers()) / (double) Math.max(1, index.customers());
        int keys = column.keysIn(wanted);
        double followed = Math.min(keys, Math.max(0, column.counts().size() - keys));
        double cost = column.isKeyed() || wanted.size() == 0
                ? Math.min(PLAIN, 1 + followed)
                : wanted.size() == 1 && !wanted.hasMissing() ? BANDED : PLAIN;
        return new Sieve.Values(column, wanted, Math.min(1, share), cost);
    }

    /** The rows that pass all of these. */
    static Sieve all(List<Sieve> sieves, Index index) {
        List<Sieve> parts = new ArrayList<>();
        Map<String, Sieve.Values> values = new LinkedHashMap<>();
        for (Sieve sieve : sieves) {
            for (Sieve part : sieve instanceof Sieve.All nested ? nested.parts() : List.of(sieve)) {
                switch (part) {
                    case Sieve.Nobody nobody -> {
                        return nobody;
                    }
                    case Sieve.Everybody everybody -> {}
                    case Sieve.Values one -> {
                        if (isSingle(one)) {
                            String name = one.column().name();
                            values.merge(
                                    name, one, (a, b) -> merged(a, a.wanted().and(b.wanted()), index));
                        } else {
                            parts.add(one);
                        }
                    }
                    case Sieve other -> parts.add(other);
                }
            }
        }
        for (Sieve.Values one : values.values()) {
            if (one.wanted().isEmpty()) {
                return new Sieve.Nobody();
            }
            parts.add(one);
        }
        if (parts.size() <= 1) {
            return parts.isEmpty() ? new Sieve.Everybody() : parts.getFirst();
        }
        parts.sort(Comparator.comparingDouble(part -> part.cost() / (1 - part.share() + LITTLE)));
        double left = 1;
        double cost = 0;
        for (Sieve part : parts) {
            cost += left * part.cost();
            left *= part.share();
        }
        return new Sieve.All(List.copyOf(parts), left, cost);
    }

    /** The rows that pass any of these. */
    static Sieve any(List<Sieve> sieves, Index index) {
        List<Sieve> parts = new ArrayList<>();
        Map<String, Sieve.Values> values = new LinkedHashMap<>();
        for (Sieve sieve : sieves) {
            for (Sieve part : sieve instanceof Sieve.Any nested ? nested.parts() : List.of(sieve)) {
                switch (part) {
                    case Sieve.Everybody everybody -> {
                        return everybody;
                    }
                    case Sieve.Nobody nobody -> {}
                    case Sieve.Values one -> {
                        if (isSingle(one)) {
                            String name = one.column().name();
                            values.merge(
                                    name, one, (a, b) -> merged(a, a.wanted().or(b.wanted()), index));
                        } else {
                            parts.add(one);
                        }
                    }
                    case Sieve other -> parts.add(other);
                }
            }
        }
        parts.addAll(values.values());
        if (parts.size() <= 1) {
            return parts.isEmpty() ? new Sieve.Nobody() : parts.getFirst();
        }
        parts.sort(Comparator.comparingDouble(part -> part.cost() / (part.share() + LITTLE)));
        double left = 1;
        double cost = 0;
        for (Sieve part : parts) {
            cost += left * part.cost();
            left *= 1 - part.share();
        }
        return new Sieve.Any(List.copyOf(parts), 1 - left, cost);
    }

    private static Sieve.Values merged(Sieve.Values one, ValueSet wanted, Index index) {
        return values(one.column(), wanted, index) instanceof Sieve.Values values
                ? values
                : new Sieve.Values(one.column(), wanted, 0, 0);
    }

    /** Whether a customer has at most one of the column's values, so that two sets of them can be joined. */
    private static boolean isSingle(Sieve.Values values) {
        return values.column().type() != ValueType.SET;
    }
}
