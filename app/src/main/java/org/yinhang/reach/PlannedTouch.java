package org.yinhang.reach;

import java.util.Optional;

/**
 * One customer of a dispatch.
 *
 * @param customer customer number
 * @param arm of the campaign's experiment; empty for none
 * @param offer what they are offered; empty where all are offered the same
 */
public record PlannedTouch(int customer, String arm, Optional<OfferTerms> offer) {

    /** A customer who is offered what all are. */
    public static PlannedTouch of(int customer) {
        return new PlannedTouch(customer, "", Optional.empty());
    }
}
