package org.yinhang.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinhang.product.Assessment;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Refusal;

/**
 * What decision tables say of one customer and one product.
 *
 * @param refusals codes, in order
 * @param referrals codes, in order
 * @param prices what is added or taken off: table, row and millionths, in order; empty where it was not asked
 */
record PolicyVerdict(List<String> refusals, List<String> referrals, Optional<List<String>> prices) {

    PolicyVerdict {
        refusals = List.copyOf(refusals);
        referrals = List.copyOf(referrals);
    }

    /** What Yinhang said, of that only what some tables said. */
    static PolicyVerdict of(Assessment assessment, Set<String> tables) {
        return new PolicyVerdict(
                codes(assessment.refusals(), tables),
                codes(assessment.referrals(), tables),
                assessment.price().map(price -> price.parts().stream()
                        .filter(part -> tables.contains(part.source().split("#")[0]))
                        .map(PolicyVerdict::price)
                        .toList()));
    }

    private static List<String> codes(List<Refusal> reasons, Set<String> tables) {
        return reasons.stream()
                .filter(reason -> tables.contains(reason.table()))
                .map(Refusal::code)
                .toList();
    }

    private static String price(PriceBuildUp.Part part) {
        return part.source() + " " + part.rate().ppm();
    }

    /** Whether two sides say the same; prices only where both were asked for them. */
    boolean agreesWith(PolicyVerdict other) {
        boolean isSamePrice = prices.isEmpty() || other.prices.isEmpty() || prices.equals(other.prices);
        return refusals.equals(other.refusals) && referrals.equals(other.referrals) && isSamePrice;
    }
}
