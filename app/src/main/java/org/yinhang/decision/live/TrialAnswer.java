package org.yinhang.decision.live;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinhang.product.PolicyTrial;

/**
 * A live decision beside the one that would have been made the other way: with a version on trial where it was made without it, without it
 * where the version decided.
 *
 * @param trial the version
 * @param decided whether the version decided
 * @param different whether the two differ in what is offered, at what rate and limit, or in why it is not
 * @param without what is said without the version
 * @param with what is said with it
 */
record TrialAnswer(PolicyTrial trial, boolean decided, boolean different, Said without, Said with) {

    /**
     * An answer in short.
     *
     * @param offered how many products are offered
     * @param ratePpm yearly rate of the first; null where nothing is offered
     * @param limitFen limit of the first
     */
    record Said(
            int offered,
            @Nullable Integer ratePpm,
            @Nullable Long limitFen) {

        private static Said of(DecisionRecord decision) {
            List<OfferEntry> offered = decision.offered();
            return offered.isEmpty()
                    ? new Said(0, null, null)
                    : new Said(
                            offered.size(),
                            offered.getFirst().ratePpm(),
                            offered.getFirst().limitFen());
        }
    }

    static TrialAnswer of(PolicyTrial trial, boolean decided, DecisionRecord made, DecisionRecord other) {
        Said own = Said.of(made);
        Said others = Said.of(other);
        return new TrialAnswer(
                trial, decided, !isSame(made.offers(), other.offers()), decided ? others : own, decided ? own : others);
    }

    private static boolean isSame(List<OfferEntry> one, List<OfferEntry> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!isSame(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(OfferEntry one, OfferEntry other) {
        return one.product().equals(other.product())
                && one.rank() == other.rank()
                && Objects.equals(one.ratePpm(), other.ratePpm())
                && Objects.equals(one.limitFen(), other.limitFen())
                && one.guards().equals(other.guards())
                && codes(one.refusals()).equals(codes(other.refusals()))
                && codes(one.referrals()).equals(codes(other.referrals()));
    }

    private static List<String> codes(List<OfferEntry.Reason> reasons) {
        return reasons.stream().map(OfferEntry.Reason::code).toList();
    }
}
