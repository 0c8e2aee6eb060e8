package org.yinhang.decision.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.product.Assessment;
import org.yinhang.product.Offers;

/**
 * Weighs every product for one customer at a time: what the policies allow, at what price and limit, and what an approach is
 * worth. One and the same for a million customers in a plan and for one at the counter. For any number of threads.
 */
public final class OfferWeigher {

    private final Offers offers;
    private final Valuer valuer;
    private final LocalDate day;
    private final List<String> products;

    /** Over the policies of a day. */
    public OfferWeigher(Offers offers, Valuer valuer, LocalDate day) {
        this.offers = offers;
        this.valuer = valuer;
        this.day = day;
        this.products = offers.products(day).stream().sorted().toList();
    }

    public LocalDate day() {
        return day;
    }

    public ValueTerms terms() {
        return valuer.terms();
    }

    /** The products weighed, in the order of their codes. */
    public List<String> products() {
        return products;
    }

    /** The same terms and day over other policies. */
    public OfferWeigher over(Offers others) {
        return others == offers ? this : new OfferWeigher(others, valuer, day);
    }

    /**
     * Weighs all products for a customer, by the policies that decide for him.
     *
     * @param facts what is known of the customer
     * @param neutral whether the customer refused profiling: then nothing is scored
     */
    public List<ConsideredOffer> consider(int customer, Facts facts, boolean neutral) {
        return over(offers.of(customer)).consider(facts, neutral);
    }

    /**
     * Weighs all products.
     *
     * @param facts what is known of the customer
     * @param neutral whether the customer refused profiling: then nothing is scored
     */
    public List<ConsideredOffer> consider(Facts facts, boolean neutral) {
        List<ConsideredOffer> considered = new ArrayList<>(products.size());
        for (Assessment assessment : offers.assess(products, facts, day, neutral)) {
            String product = assessment.product();
            boolean isScored = assessment.isEligible() && !neutral && valuer.knows(product);
            considered.add(new ConsideredOffer(
                    assessment,
                    isScored
                            ? Optional.of(valuer.worth(
                                    product,
                                    assessment.price().orElseThrow(),
                                    assessment.limit().orElseThrow(),
                                    facts))
                            : Optional.empty()));
        }
        return considered;
    }
}
