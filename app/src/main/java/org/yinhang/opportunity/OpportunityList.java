package org.yinhang.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A list somebody made out of an audience, for people to work.
 *
 * @param id its number
 * @param name what it is called
 * @param audience number of the audience
 * @param products it may lead to
 * @param note what to say and why, for whoever works it
 * @param expiresOn its last day
 * @param clockHours until the first contact is due
 * @param madeBy user name
 * @param madeAt when
 * @param filledAt when its customers became opportunities; empty while that waits
 * @param chosen customers of the audience on that day
 * @param found of them, those who became an opportunity or one more reason of one
 */
public record OpportunityList(
        long id,
        String name,
        long audience,
        List<String> products,
        String note,
        LocalDate expiresOn,
        int clockHours,
        String madeBy,
        Instant madeAt,
        Optional<Instant> filledAt,
        int chosen,
        int found) {

    public OpportunityList {
        products = List.copyOf(products);
    }
}
