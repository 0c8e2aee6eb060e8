package org.yinhang.product;

import org.yinhang.shared.Lot;

/**
 * A version on trial beside what is in force.
 *
 * @param definition what it says
 * @param version its number
 * @param share customers of a hundred it decides for; 0 for a shadow
 */
public record PolicyTrial(Definition definition, int version, int share) {

    /** Whether it decides for a customer. Every version draws its own lots. */
    public boolean decidesFor(int customer) {
        return share > 0
                && Lot.isAmong(
                        share, "policy:%s:%s:%d".formatted(definition.kind(), definition.id(), version), customer);
    }
}
