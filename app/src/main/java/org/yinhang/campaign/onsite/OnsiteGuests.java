package org.yinhang.campaign.onsite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audience.CustomerList;
import org.yinhang.audience.CustomerLists;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * The guests of events: who is expected, who came, what came of it. Being on the list touches nobody: invitations go out
 * by a campaign over {@link #listOf the list of guests}, through every guard.
 */
@Service
public class OnsiteGuests {

    private final EventStates states;
    private final OnsiteRepository repository;
    private final Customers customers;
    private final CustomerLists lists;
    private final BusinessClock clock;

    OnsiteGuests(
            EventStates states,
            OnsiteRepository repository,
            Customers customers,
            CustomerLists lists,
            BusinessClock clock) {
        this.states = states;
        this.repository = repository;
        this.customers = customers;
        this.lists = lists;
        this.clock = clock;
    }

    /** The guests within the viewer's reach, those still expected first. */
    public List<Guest> of(OnsiteEvent event, Viewer viewer) {
        return repository.guests(event.id(), DataScope.ofCustomers(viewer));
    }

    /**
     * Puts customers on the guest list who are within reach; those who are on it stay.
     *
     * @return how many were added
     * @throws FaultException {@code CAM-5005} beyond the room there is
     */
    @Transactional
    public int invite(OnsiteEvent event, Collection<Integer> numbers, Viewer viewer) {
        states.open(event.id());
        Set<Integer> reached = customers.among(numbers, DataScope.ofCustomers(viewer)).stream()
                .filter(customer -> !customer.deceased())
                .map(Customer::number)
                .collect(Collectors.toSet());
        int added = repository.addGuests(
                event.id(), reached, viewer.userName(), clock.now().toInstant());
        if (repository.guestCount(event.id()) > event.plan().expected()) {
            throw new FaultException(Fault.of(
                    "CAM-5005",
                    "There is room for %d guests.".formatted(event.plan().expected()),
                    "guests",
                    "Invite fewer."));
        }
        states.note(event.id(), "invited " + added, viewer);
        return added;
    }

    /** Takes a guest off the list who has not come. */
    @Transactional
    public void uninvite(OnsiteEvent event, int customer, Viewer viewer) {
        states.open(event.id());
        reached(customer, viewer);
        changed(repository.removeGuest(event.id(), customer), customer);
        states.note(event.id(), "customer " + customer + " removed", viewer);
    }

    /** Signs a guest in while the event runs, or takes that back. */
    @Transactional
    public void signIn(OnsiteEvent event, int customer, boolean isThere, Viewer viewer) {
        states.held(event.id(), state -> state == EventState.RUNNING);
        reached(customer, viewer);
        changed(
                repository.signIn(
                        event.id(),
                        customer,
                        isThere ? Optional.of(clock.now().toInstant()) : Optional.empty(),
                        viewer.userName()),
                customer);
        states.note(event.id(), "customer " + customer + (isThere ? " signed in" : " not signed in"), viewer);
    }

    /** Writes down what came of a guest's visit. */
    @Transactional
    public void outcome(OnsiteEvent event, int customer, GuestOutcome outcome, Viewer viewer) {
        states.held(event.id(), state -> state == EventState.RUNNING || state == EventState.FOLLOWED_UP);
        reached(customer, viewer);
        changed(repository.outcome(event.id(), customer, outcome, viewer.userName()), customer);
        states.note(event.id(), "customer " + customer + " " + outcome.key(), viewer);
    }

    /** Counts the strangers who came. */
    @Transactional
    public void countWalkIns(OnsiteEvent event, int walkIns, Viewer viewer) {
        states.held(event.id(), state -> state == EventState.RUNNING || state == EventState.FOLLOWED_UP);
        repository.countWalkIns(event.id(), Math.max(0, walkIns));
        states.note(event.id(), "walk-ins " + walkIns, viewer);
    }

    /** The guests as a list of customers, which a campaign's audience can name. */
    @Transactional
    public CustomerList listOf(OnsiteEvent event, Viewer viewer) {
        List<String> lines = new ArrayList<>(List.of("customer"));
        of(event, viewer).forEach(guest -> lines.add(Integer.toString(guest.customer())));
        return lists.bring("活动 %d 邀约".formatted(event.id()), lines, viewer);
    }

    /** The numbers in what somebody typed: digits with anything between. */
    public static List<Integer> numbers(String text) {
        return Arrays.stream(text.split("\\D+"))
                .filter(word -> word.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    private void reached(int customer, Viewer viewer) {
        if (!customers.covers(customer, DataScope.ofCustomers(viewer))) {
            throw unchanged(customer);
        }
    }

    private static void changed(int rows, int customer) {
        if (rows == 0) {
            throw unchanged(customer);
        }
    }

    private static FaultException unchanged(int customer) {
        return new FaultException(Fault.of(
                "CAM-5007",
                "This guest is not on the list, or a colleague was faster.",
                "customer " + customer,
                "Open the event again."));
    }
}
