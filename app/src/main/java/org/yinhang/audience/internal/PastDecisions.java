package org.yinhang.audience.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.audience.Decisions;
import org.yinhang.core.audience.Audience;

/**
 * The applications of the whole bank that were decided in the twelve months before a day: eight bytes each, counted for an
 * audience in one walk. Reasons are facts known afterwards: they are told of groups and are no feature.
 */
public final class PastDecisions {

    private static final int APPROVED = -1;

    private final int[] customers;
    private final int[] outcomes;
    private final List<String> reasons;
    private final Decisions bank;

    /** Their customers, and for each the place of its reason, or {@link #APPROVED}. */
    private PastDecisions(int[] customers, int[] outcomes, List<String> reasons) {
        this.customers = customers;
        this.outcomes = outcomes;
        this.reasons = List.copyOf(reasons);
        this.bank = count(customer -> true);
    }

    /** Gathers applications one by one. */
    static final class Gathering {

        private int[] customers = new int[1024];
        private int[] outcomes = new int[1024];
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private int size;

        void approved(int customer) {
            add(customer, APPROVED);
        }

        /** @param reason its code; empty where none was stated */
        void refused(int customer, String reason) {
            Integer place = places.putIfAbsent(reason, places.size());
            add(customer, place == null ? places.size() - 1 : place);
        }

        private void add(int customer, int outcome) {
            if (size == customers.length) {
                customers = Arrays.copyOf(customers, 2 * size);
                outcomes = Arrays.copyOf(outcomes, 2 * size);
            }
            customers[size] = customer;
            outcomes[size++] = outcome;
        }

        PastDecisions done() {
            return new PastDecisions(
                    Arrays.copyOf(customers, size), Arrays.copyOf(outcomes, size), List.copyOf(places.keySet()));
        }
    }

    /** Those of an audience's members. */
    public Decisions of(Audience members) {
        return count(members::contains);
    }

    /** Those of everybody. */
    public Decisions ofBank() {
        return bank;
    }

    private Decisions count(IntPredicate isMember) {
        RoaringBitmap decided = new RoaringBitmap();
        Group[] groups = new Group[reasons.size()];
        Arrays.setAll(groups, i -> new Group(reasons.get(i)));
        long approved = 0;
        for (int i = 0; i < customers.length; i++) {
            if (isMember.test(customers[i])) {
                decided.add(customers[i]);
                if (outcomes[i] == APPROVED) {
                    approved++;
                } else {
                    groups[outcomes[i]].add(customers[i]);
                }
            }
        }
        return decided.getCardinality() < Decisions.FEWEST ? Decisions.UNTOLD : told(approved, List.of(groups));
    }

    private static Decisions told(long approved, List<Group> groups) {
        long refused = groups.stream().mapToLong(group -> group.applications).sum();
        List<Group> rising = new ArrayList<>(groups.stream()
                .filter(group -> group.applications > 0)
                .sorted(Comparator.comparingInt(Group::size).thenComparing(group -> group.reason))
                .toList());
        Group other = new Group(Decisions.OTHER);
        // One small group beside a total could be told by what is left: the next one goes with it until they are many
        // enough.
        while (!rising.isEmpty() && (rising.getFirst().isSmall() || (other.applications > 0 && other.isSmall()))) {
            other.take(rising.removeFirst());
        }
        if (other.applications > 0 && !other.isSmall()) {
            rising.add(other);
        }
        return new Decisions(
                approved,
                refused,
                rising.stream()
                        .sorted(Comparator.<Group>comparingLong(group -> -group.applications)
                                .thenComparing(group -> group.reason))
                        .map(group -> new Decisions.Reason(group.reason, group.applications))
                        .toList());
    }

    /** Refusals that are told together. */
    private static final class Group {

        private final String reason;
        private final RoaringBitmap customers = new RoaringBitmap();
        private long applications;

        Group(String reason) {
            this.reason = reason;
        }

        void add(int customer) {
            customers.add(customer);
            applications++;
        }

        void take(Group small) {
            customers.or(small.customers);
            applications += small.applications;
        }

        int size() {
            return customers.getCardinality();
        }

        boolean isSmall() {
            return size() < Decisions.FEWEST;
        }
    }
}
