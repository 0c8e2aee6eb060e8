package org.yinhang.decision.offer;

import java.util.Optional;
import org.yinhang.product.Assessment;

/**
 * One product weighed for one customer.
 *
 * @param assessment what the policies say, with every reason against it
 * @param worth what it is worth; empty where it may not be offered, and for whoever refused profiling
 */
public record ConsideredOffer(Assessment assessment, Optional<Worth> worth) {

    public String product() {
        return assessment.product();
    }
}
