package org.yinhang.opportunity.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.decision.offer.Worth;
import org.yinhang.product.Assessment;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.LimitBuildUp;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;

/** Which of some products a customer may have, and the one a call is worth most for. */
@Component
class BestOffers {

    private static final String CALL = "call";

    private final Policies policies;
    private final CustomerOffers offers;

    BestOffers(Policies policies, CustomerOffers offers) {
        this.policies = policies;
        this.offers = offers;
    }

    /** What a product may come to for a customer. */
    private record Candidate(String product, OptionalLong valueFen, OptionalDouble chance, OptionalLong limitFen) {}

    /** The products that lend today, by code. */
    List<String> lending() {
        return policies.offers().products(policies.asOf().day()).stream()
                .sorted()
                .toList();
    }

    /**
     * The best product of each customer. One that has an open opportunity goes before others, so that the customer does not
     * get a second; whoever may have none of the products is left out, and so is who refused profiling.
     *
     * @param products in the order of preference where worth is not known
     * @param open products with an open opportunity, by customer
     */
    Map<Integer, Found> of(Collection<Integer> customers, List<String> products, Map<Integer, Set<String>> open) {
        Offers today = policies.offers();
        LocalDate day = policies.asOf().day();
        Set<String> lends = today.products(day);
        List<String> asked = products.stream().filter(lends::contains).toList();
        Valuer valuer = Valuer.of(ValueTerms.bundled(), policies.catalogue(), policies.asOf());
        Map<Integer, List<Candidate>> candidates = offers.within(
                customers,
                subject -> subject.isNeutral()
                        ? List.of()
                        : candidates(
                                today.of(subject.customer()).assess(asked, subject.facts(), day, false),
                                subject.facts(),
                                valuer));
        Map<Integer, Found> best = new HashMap<>();
        candidates.forEach((customer, all) -> best(all, open.getOrDefault(customer, Set.of()))
                .ifPresent(one -> best.put(
                        customer,
                        new Found(customer, one.product(), one.valueFen(), one.chance(), one.limitFen(), List.of()))));
        return best;
    }

    private static Optional<Candidate> best(List<Candidate> candidates, Set<String> open) {
        return candidates.stream()
                .min(Comparator.<Candidate, Boolean>comparing(one -> !open.contains(one.product()))
                        .thenComparing(one -> one.valueFen().orElse(Long.MIN_VALUE), Comparator.reverseOrder()));
    }

    private static List<Candidate> candidates(List<Assessment> assessments, Facts facts, Valuer valuer) {
        return assessments.stream()
                .filter(Assessment::isEligible)
                .map(assessment -> candidate(assessment, facts, valuer))
                .toList();
    }

    private static Candidate candidate(Assessment assessment, Facts facts, Valuer valuer) {
        String product = assessment.product();
        OptionalLong limit = assessment
                .limit()
                .map(LimitBuildUp::limit)
                .map(most -> OptionalLong.of(most.fen()))
                .orElseGet(OptionalLong::empty);
        if (!valuer.knows(product) || assessment.price().isEmpty() || limit.isEmpty()) {
            return new Candidate(product, OptionalLong.empty(), OptionalDouble.empty(), limit);
        }
        Worth worth = valuer.worth(
                product, assessment.price().get(), assessment.limit().orElseThrow(), facts);
        Long value = worth.values().get(CALL);
        double chance = worth.response() * worth.approval();
        return new Candidate(
                product,
                value == null ? OptionalLong.empty() : OptionalLong.of(value),
                Double.isNaN(chance) ? OptionalDouble.empty() : OptionalDouble.of(chance),
                limit);
    }
}
