package org.yinhang.opportunity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Who is to work which opportunity. Customers somebody keeps go to that manager first, those worth most before others; then
 * the rest: nearest branch first, there to who is good at the product before others, then to the person with the smallest part
 * of their capacity in use, the lowest staff code among equals; where nobody near has room, the credit centre. First contacts
 * are for who attacks, everything else for who follows up; only where none of them has room does the other team get it. What is
 * left lies in the public pool. Nobody gets more than their capacity, and the order of what is given in does not matter. Planning
 * again after a part was carried out gives the rest of the same plan.
 */
public final class AssignmentPlan {

    /** How far up somebody is looked for: to the branch right below head office, whose own people are everybody's. */
    private static final int HIGHEST_DEPTH = 1;

    private final Map<String, Seat> seats = new TreeMap<>();
    private final Map<String, Integer> loads = new HashMap<>();

    private AssignmentPlan(Collection<Seat> seats) {
        seats.forEach(seat -> {
            this.seats.put(seat.staff(), seat);
            loads.put(seat.staff(), seat.load());
        });
    }

    /**
     * An opportunity nobody has.
     *
     * @param id its number
     * @param customer customer number: among equals the lowest first, however they were found
     * @param branchPath where the customer belongs
     * @param manager who keeps the customer
     * @param valueFen what a call is expected to bring; 0 where that is not known
     * @param isFirst whether nobody has contacted the customer about it yet
     * @param fields what somebody good at its product is good at
     */
    public record Waiting(
            long id,
            int customer,
            String branchPath,
            Optional<String> manager,
            long valueFen,
            boolean isFirst,
            Set<String> fields) {

        public Waiting {
            fields = Set.copyOf(fields);
        }
    }

    /** Where everything that waits is to go, in the order it is to be carried out. */
    public static List<Placement> of(Collection<Waiting> waiting, Collection<Seat> seats) {
        return new AssignmentPlan(seats).place(waiting);
    }

    /**
     * Who goes on with a customer somebody else has spoken with: of those of the same branch who follow up and have room, who is good at
     * the product before others, then whoever has the smallest part of their capacity in use.
     */
    public static Optional<Seat> follower(String branchPath, Set<String> fields, Collection<Seat> seats) {
        return new AssignmentPlan(seats)
                .freest(
                        seat -> seat.team() == WorkTeam.FOLLOW_UP
                                && seat.branchPath().equals(branchPath),
                        fields);
    }

    private List<Placement> place(Collection<Waiting> waiting) {
        List<Waiting> ordered = waiting.stream()
                .sorted(Comparator.comparingLong(Waiting::valueFen)
                        .reversed()
                        .thenComparingInt(Waiting::customer)
                        .thenComparingLong(Waiting::id))
                .toList();
        List<Placement> placements = new ArrayList<>();
        List<Waiting> kept = ordered.stream().filter(this::hasManager).toList();
        List<Waiting> others = ordered.stream().filter(one -> !hasManager(one)).toList();
        kept.forEach(one -> placements.add(withManager(one)));
        others.forEach(one -> placements.add(withTeam(one)));
        return placements;
    }

    private boolean hasManager(Waiting one) {
        return one.manager().filter(seats::containsKey).isPresent();
    }

    private Placement withManager(Waiting one) {
        String manager = one.manager().orElseThrow();
        return take(Optional.ofNullable(seats.get(manager)).filter(this::hasRoom))
                .map(staff -> new Placement(one.id(), Optional.of(staff), Placement.Why.OWN_MANAGER))
                .orElseGet(() -> new Placement(one.id(), Optional.empty(), Placement.Why.MANAGER_FULL));
    }

    private Placement withTeam(Waiting one) {
        Predicate<Seat> theirs = seat -> seat.team().isFor(one.isFirst());
        return near(one, theirs)
                .or(() -> online(one, theirs, Placement.Why.CREDIT_CENTRE))
                .or(() -> near(one, theirs.negate())
                        .map(placement -> new Placement(one.id(), placement.staff(), Placement.Why.OTHER_TEAM)))
                .or(() -> online(one, theirs.negate(), Placement.Why.OTHER_TEAM))
                .orElseGet(() -> new Placement(one.id(), Optional.empty(), Placement.Why.ALL_FULL));
    }

    private Optional<Placement> near(Waiting one, Predicate<Seat> wanted) {
        for (String path = one.branchPath(); depth(path) >= HIGHEST_DEPTH; path = above(path)) {
            String near = path;
            Optional<Seat> seat = freest(
                    wanted.and(other -> !other.isOnline() && other.branchPath().startsWith(near)), one.fields());
            if (seat.isPresent()) {
                boolean isSkilled = seat.get().isGoodAt(one.fields());
                return Optional.of(
                        new Placement(one.id(), take(seat), isSkilled ? Placement.Why.SKILL : Placement.Why.TEAM));
            }
        }
        return Optional.empty();
    }

    private Optional<Placement> online(Waiting one, Predicate<Seat> wanted, Placement.Why why) {
        return take(freest(wanted.and(Seat::isOnline), one.fields()))
                .map(staff -> new Placement(one.id(), Optional.of(staff), why));
    }

    private Optional<Seat> freest(Predicate<Seat> wanted, Set<String> fields) {
        return seats.values().stream()
                .filter(wanted)
                .filter(this::hasRoom)
                .min(Comparator.<Seat, Boolean>comparing(seat -> !seat.isGoodAt(fields))
                        .thenComparingDouble(seat -> (double) load(seat) / seat.capacity())
                        .thenComparing(Seat::staff));
    }

    private Optional<String> take(Optional<Seat> seat) {
        seat.ifPresent(one -> loads.merge(one.staff(), 1, Integer::sum));
        return seat.map(Seat::staff);
    }

    private boolean hasRoom(Seat seat) {
        return load(seat) < seat.capacity();
    }

    private int load(Seat seat) {
        return loads.getOrDefault(seat.staff(), 0);
    }

    /** 0 for the root {@code /1/}. */
    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '/').count() - 2;
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
