package org.yinhang.product;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.yinhang.benefit.Grants;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.product.suitability.Suitability;
import org.yinhang.product.suitability.SuitabilityRecord;
import org.yinhang.tag.TagShelf;

/**
 * Assesses customers of the bank by the tags in force. Whoever refused profiling gets the neutral offer, and bureau fields
 * stay unread without the customer's authorisation, and scores older than a week count as missing.
 */
@Service
public class CustomerOffers {

    private final Policies policies;
    private final TagShelf shelf;
    private final TagSight sight;
    private final Suitability suitability;
    private final Grants grants;

    CustomerOffers(Policies policies, TagShelf shelf, TagSight sight, Suitability suitability, Grants grants) {
        this.policies = policies;
        this.shelf = shelf;
        this.sight = sight;
        this.suitability = suitability;
        this.grants = grants;
    }

    /**
     * A customer as policies may see them.
     *
     * @param customer customer number
     * @param facts without bureau fields where they are not authorised
     * @param isNeutral whether profiling was refused
     */
    public record Subject(int customer, Facts facts, boolean isNeutral) {}

    /** Answers a question about a customer; empty when the tags have never been computed or do not know the customer. */
    public <T> Optional<T> within(int customer, Function<Subject, T> question) {
        return Optional.ofNullable(within(List.of(customer), question).get(customer));
    }

    /** Answers a question about each of these customers; those the tags do not know are left out. */
    public <T> Map<Integer, T> within(Collection<Integer> customers, Function<Subject, T> question) {
        LocalDate today = policies.asOf().day();
        Map<Integer, SuitabilityRecord> answered = suitability.newest(customers);
        Map<Integer, Map<String, Rate>> coupons = grants.coupons(customers);
        return shelf.read(tags -> {
                    SeenFacts seen = sight.of(tags, today);
                    Map<Integer, T> answers = new HashMap<>();
                    for (int customer : customers) {
                        if (customer >= 0 && customer < tags.index().customers()) {
                            SnapshotFacts facts = SnapshotFacts.of(tags.index(), customer);
                            answer(Optional.ofNullable(answered.get(customer)), facts);
                            promised(coupons.getOrDefault(customer, Map.of()), facts);
                            answers.put(customer, question.apply(subject(customer, facts, seen)));
                        }
                    }
                    return answers;
                })
                .orElse(Map.of());
    }

    /** What the policies of today say of a customer, product by product. */
    public List<Assessment> of(int customer) {
        Offers offers = policies.offers().of(customer);
        LocalDate today = policies.asOf().day();
        List<String> products = List.copyOf(offers.products(today));
        return within(customer, subject -> offers.assess(products, subject.facts(), today, subject.isNeutral()))
                .orElse(List.of());
    }

    /** What is known of a customer's income a month. */
    public static Optional<Money> income(Facts facts) {
        Field field = Field.of("income", ValueType.MONEY, "income", "income");
        return facts.value(new Reference(field)) instanceof Value.Whole(long fen)
                ? Optional.of(Money.ofFen(fen))
                : Optional.empty();
    }

    /**
     * Adds what no tag knows: answers to the questionnaire that still hold stand before what the bank had on file, others count
     * for nothing; and what the customer was promised off the rate.
     */
    public void answer(int customer, SnapshotFacts facts) {
        answer(suitability.newest(customer), facts);
        promised(grants.coupons(List.of(customer)).getOrDefault(customer, Map.of()), facts);
    }

    private static void promised(Map<String, Rate> coupons, SnapshotFacts facts) {
        coupons.forEach(
                (product, cut) -> facts.assuming(PolicyFields.coupon(product).name(), Value.of(cut.ppm())));
    }

    private void answer(Optional<SuitabilityRecord> answered, SnapshotFacts facts) {
        answered.ifPresent(taken -> facts.assuming(
                "risk_preference",
                suitability.standing(taken, income(facts)) == SuitabilityRecord.Standing.VALID
                        ? Value.of(taken.grade().code())
                        : Value.missing()));
    }

    private static Subject subject(int customer, SnapshotFacts facts, SeenFacts seen) {
        return new Subject(customer, seen.of(facts), !isTrue(facts, "consent_profiling"));
    }

    private static boolean isTrue(SnapshotFacts facts, String tag) {
        Field field = Field.of(tag, ValueType.TRUTH, tag, tag);
        return facts.value(new Reference(field)) instanceof Value.Truth(boolean holds) && holds;
    }
}
