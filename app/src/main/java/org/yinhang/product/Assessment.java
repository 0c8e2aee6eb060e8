package org.yinhang.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the policies of a day say of one customer and one product.
 *
 * @param product its code
 * @param day for which policies were taken
 * @param isNeutral whether it was made without profiling
 * @param refusals every reason against it, red lines first; empty when it may be offered
 * @param referrals what somebody must look at before anything is granted
 * @param price empty when refused
 * @param limit empty when refused
 * @param cost empty when refused
 * @param versions of the product, tables and caps it rests on
 */
public record Assessment(
        String product,
        LocalDate day,
        boolean isNeutral,
        List<Refusal> refusals,
        List<Refusal> referrals,
        Optional<PriceBuildUp> price,
        Optional<LimitBuildUp> limit,
        Optional<CostQuote> cost,
        List<String> versions) {

    public Assessment {
        refusals = List.copyOf(refusals);
        referrals = List.copyOf(referrals);
        versions = List.copyOf(versions);
    }

    /** Whether the product may be offered. Where there are referrals, only as subject to a check by a person. */
    public boolean isEligible() {
        return refusals.isEmpty();
    }

    /** Whether its risk suits the customer. */
    public boolean isSuitable() {
        return refusals.stream().noneMatch(refusal -> refusal.ground() == Refusal.Ground.SUITABILITY);
    }

    /** Whether nothing stands against granting it and nobody needs to look. */
    public boolean isAdmitted() {
        return refusals.isEmpty() && referrals.isEmpty();
    }
}
