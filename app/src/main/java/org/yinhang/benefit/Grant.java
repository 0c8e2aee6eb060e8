package org.yinhang.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One benefit promised to one customer.
 *
 * @param benefit its code
 * @param name as the customer reads it
 * @param earnedBy what the customer does for it
 * @param customer customer number
 * @param token what the customer shows
 * @param campaign code of the campaign that promised it
 * @param state what became of it
 * @param grantedAt when it was promised
 * @param lastDay on which it can be redeemed
 * @param settledAt when it was redeemed, ran out or was taken back
 * @param settledBy user name; empty for the platform
 * @param reference application or contract it was redeemed on
 */
public record Grant(
        String benefit,
        String name,
        EarnedBy earnedBy,
        int customer,
        String token,
        String campaign,
        GrantState state,
        Instant grantedAt,
        LocalDate lastDay,
        Optional<Instant> settledAt,
        String settledBy,
        String reference) {

    /** Whether it can be redeemed on a day. */
    public boolean isOpen(LocalDate today) {
        return state == GrantState.HELD && !lastDay.isBefore(today);
    }
}
