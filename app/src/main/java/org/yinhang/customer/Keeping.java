package org.yinhang.customer;

import java.util.List;
import java.util.Optional;
import org.yinhang.customer.Customer.Place;

/**
 * Who keeps one customer.
 *
 * @param lead who leads, if anybody does
 * @param given since when and why, where the lead was given here and not by the bank's own record
 * @param deputy who stands in, where somebody does
 * @param bank who keeps the customer by the bank's own record
 * @param history everybody who was ever given the customer here, the newest first
 */
public record Keeping(
        Optional<Place> lead,
        Optional<KeeperEntry> given,
        Optional<KeeperEntry> deputy,
        Optional<Place> bank,
        List<KeeperEntry> history) {

    public Keeping {
        history = List.copyOf(history);
    }

    /** Whether the bank's own record still names somebody else. */
    public boolean isAheadOfBank() {
        return given.isPresent() && !lead.map(Place::code).equals(bank.map(Place::code));
    }
}
