package org.yinhang.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yinhang.customer.Customer.Place;

/**
 * Somebody who was given a customer.
 *
 * @param id counts up
 * @param customer customer number
 * @param role as lead or as deputy
 * @param staff who: code and name in the bank's staff list
 * @param since the first business day
 * @param lastDay the last one; empty for good
 * @param reason why, in words
 * @param madeBy user name of who gave the customer
 * @param end when and how it ended; empty while it has not
 */
public record KeeperEntry(
        long id,
        int customer,
        KeeperRole role,
        Place staff,
        LocalDate since,
        Optional<LocalDate> lastDay,
        String reason,
        String madeBy,
        Optional<End> end) {

    /**
     * How it ended.
     *
     * @param at the business instant
     * @param by user name, {@code system} for nobody
     * @param ending {@code expired}, {@code caught-up} (the bank's own record names the same person now), {@code undone},
     *     {@code replaced} or {@code withdrawn}
     */
    public record End(Instant at, String by, String ending) {}
}
