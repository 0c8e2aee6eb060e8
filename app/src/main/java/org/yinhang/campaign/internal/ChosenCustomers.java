package org.yinhang.campaign.internal;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whom a wave is about.
 *
 * @param customers everybody who comes into it, in order of their numbers
 * @param steps for each step of the wave, for whom its condition holds
 * @param usesBureau whether bureau data decided about anybody
 * @param usesFinancial whether financial account data did
 * @param isByPerson whether anything known of a person did; not where everybody of a branch or of the whole bank is meant
 */
public record ChosenCustomers(
        List<Integer> customers,
        List<RoaringBitmap> steps,
        boolean usesBureau,
        boolean usesFinancial,
        boolean isByPerson) {

    public ChosenCustomers {
        customers = List.copyOf(customers);
        steps = List.copyOf(steps);
    }
}
