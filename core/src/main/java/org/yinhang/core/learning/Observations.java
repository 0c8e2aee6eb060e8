package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Of whom the rows of a table tell and as of when, where one customer is seen on several days. What becomes of him shows on rows
 * of his that lie side by side, so a model is chosen by rows of other customers on newer days than those it learned from.
 *
 * @param customers one a row
 * @param days the position of each row's day, the oldest first
 */
public record Observations(int[] customers, int[] days) {

    /** About so much of the rows, the newest, is what models are chosen by. */
    private static final double NEWEST_SHARE = 0.35;

    public Observations {
        if (customers.length != days.length) {
            throw new IllegalArgumentException(
                    "customers: %d (expected: one a row, %d)".formatted(customers.length, days.length));
        }
    }

    /** Those of some rows. */
    public Observations select(int[] rows) {
        return new Observations(
                Arrays.stream(rows).map(row -> customers[row]).toArray(),
                Arrays.stream(rows).map(row -> days[row]).toArray());
    }

    /** The first of the newest days; that of all rows where there is one day only. */
    int newestFrom() {
        int[] sorted = days.clone();
        Arrays.sort(sorted);
        int from = sorted[(int) Math.ceil((1 - NEWEST_SHARE) * (sorted.length - 1))];
        return from > sorted[0]
                ? from
                : Arrays.stream(sorted).filter(day -> day > from).findFirst().orElse(from);
    }

    /** Deals customers into folds, all rows of one into the same; those who ever succeed are dealt first, so that folds share them evenly. */
    int[] folds(boolean[] outcomes, int count, long seed) {
        Map<Integer, Boolean> succeeds = new HashMap<>();
        IntStream.range(0, customers.length)
                .forEach(row -> succeeds.merge(customers[row], outcomes[row], Boolean::logicalOr));
        Random random = new Random(seed);
        Map<Integer, Integer> foldOf = new HashMap<>();
        for (boolean success : new boolean[] {true, false}) {
            List<Integer> dealt = new ArrayList<>(succeeds.keySet().stream()
                    .filter(customer -> succeeds.getOrDefault(customer, false) == success)
                    .sorted()
                    .toList());
            java.util.Collections.shuffle(dealt, random);
            dealt.forEach(customer -> foldOf.put(customer, foldOf.size() % count));
        }
        return Arrays.stream(customers)
                .map(customer -> foldOf.getOrDefault(customer, 0))
                .toArray();
    }
}
