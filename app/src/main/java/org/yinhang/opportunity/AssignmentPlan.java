package org.yinhang.opportunity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Who is to work which opportunity. Customers somebody keeps go to that manager first, those worth most before others; then
 * the rest: nearest branch first, there the person with the smallest part of their capacity in use, the lowest staff code
 * among equals; where nobody near has room, the credit centre; what is left lies in the public pool. Nobody gets more than their
 * capacity, and the order of what is given in does not matter. Planning again after a part was carried out gives the rest of
 * the same plan.
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
     */
    public record Waiting(long id, int customer, String branchPath, Optional<String> manager, long valueFen) {}

    /** Where everything that waits is to go, in the order it is to be carried out. */
    public static List<Placement> of(Collection<Waiting> waiting, Collection<Seat> seats) {
        return new AssignmentPlan(seats).place(waiting);
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
        for (String path = one.branchPath(); depth(path) >= HIGHEST_DEPTH; path = above(path)) {
            String near = path;
            Optional<String> staff =
                    take(freest(seat -> !seat.isOnline() && seat.branchPath().startsWith(near)));
            if (staff.isPresent()) {
                return new Placement(one.id(), staff, Placement.Why.TEAM);
            }
        }
        Optional<String> online = take(freest(Seat::isOnline));
        return new Placement(
                one.id(), online, online.isPresent() ? Placement.Why.CREDIT_CENTRE : Placement.Why.ALL_FULL);
    }

    private Optional<Seat> freest(Predicate<Seat> wanted) {
        return seats.values().stream()
                .filter(wanted)
                .filter(this::hasRoom)
                .min(Comparator.<Seat>comparingDouble(seat -> (double) load(seat) / seat.capacity())
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
