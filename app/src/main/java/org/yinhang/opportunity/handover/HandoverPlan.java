package org.yinhang.opportunity.handover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * To whom each customer goes. First those with open opportunities, the most and the dearest before others: each to the receiver with
 * room for them who has the smallest part of their capacity in use. Then those without: each to whoever keeps fewest customers. The
 * lowest staff code among equals; nobody gets a customer they lead already; the order of what is given in does not matter.
 */
public final class HandoverPlan {

    /**
     * Somebody who gets customers.
     *
     * @param staff code in the bank's staff list
     * @param load open opportunities they have
     * @param capacity most of them
     * @param customers they lead
     */
    public record Receiver(String staff, int load, int capacity, int customers) {}

    /** A customer and who gets them. */
    public record Handed(HandoverCase what, String to) {}

    private static final class Seat {
        private final int capacity;
        private int load;
        private int customers;

        private Seat(Receiver receiver) {
            capacity = receiver.capacity();
            load = receiver.load();
            customers = receiver.customers();
        }

        private boolean hasRoomFor(int more) {
            return load + more <= capacity;
        }

        private double used() {
            return capacity == 0 ? Double.POSITIVE_INFINITY : (double) load / capacity;
        }
    }

    private final TreeMap<String, Seat> seats = new TreeMap<>();

    private HandoverPlan(Collection<Receiver> receivers) {
        receivers.forEach(receiver -> seats.put(receiver.staff(), new Seat(receiver)));
    }

    /** Who gets whom, by customer number; a customer nobody else can lead is left out. */
    public static List<Handed> of(Collection<HandoverCase> cases, Collection<Receiver> receivers) {
        HandoverPlan plan = new HandoverPlan(receivers);
        List<Handed> handed = new ArrayList<>();
        cases.stream()
                .sorted(Comparator.comparingInt(
                                (HandoverCase one) -> -one.opportunities().size())
                        .thenComparingLong(one -> -one.valueFen())
                        .thenComparingInt(HandoverCase::customer))
                .forEach(one -> plan.place(one).ifPresent(staff -> handed.add(new Handed(one, staff))));
        handed.sort(Comparator.comparingInt(one -> one.what().customer()));
        return List.copyOf(handed);
    }

    private Optional<String> place(HandoverCase one) {
        int more = one.opportunities().size();
        Comparator<Seat> order = more == 0
                ? Comparator.comparingInt((Seat seat) -> seat.customers)
                : Comparator.comparing((Seat seat) -> !seat.hasRoomFor(more)).thenComparingDouble(Seat::used);
        Optional<String> staff = seats.keySet().stream()
                .filter(code -> !one.from().equals(Optional.of(code)))
                .min(Comparator.comparing(this::seat, order).thenComparing(Comparator.naturalOrder()));
        staff.map(this::seat).ifPresent(seat -> {
            seat.load += more;
            seat.customers += one.isKept() ? 1 : 0;
        });
        return staff;
    }

    private Seat seat(String code) {
        return java.util.Objects.requireNonNull(seats.get(code));
    }
}
