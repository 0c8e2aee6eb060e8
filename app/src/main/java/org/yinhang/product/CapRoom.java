package org.yinhang.product;

import java.util.Optional;
import org.yinhang.core.unit.Rate;

/**
 * What a cap leaves a product.
 *
 * @param cap the rule
 * @param highest the highest interest rate its smallest loan may bear; empty when not even free money keeps the cap
 * @param floor the lowest rate the product may ask
 */
public record CapRoom(LenderCap cap, Optional<Rate> highest, Rate floor) {

    /** Whether the product can be sold at all: the cap is not below its cheapest possible price. */
    public boolean isSellable() {
        return highest.filter(most -> most.compareTo(floor) >= 0).isPresent();
    }
}
