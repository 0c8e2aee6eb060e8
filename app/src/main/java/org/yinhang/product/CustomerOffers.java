package org.yinhang.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagKind;
import org.yinhang.product.suitability.Suitability;
import org.yinhang.product.suitability.SuitabilityRecord;
import org.yinhang.tag.TagShelf;

/**
 * Assesses customers of the bank by the tags in force. Whoever refused profiling gets the neutral offer, and bureau fields
 * stay unread without the customer's authorisation, and scores older than a week count as missing.
 */
@Service
public class CustomerOffers {

    /** Scores of tags computed longer ago than this are not relied upon. */
    private static final int FRESH_DAYS = 7;

    private final Policies policies;
    private final TagShelf shelf;
    private final Suitability suitability;

    CustomerOffers(Policies policies, TagShelf shelf, Suitability suitability) {
        this.policies = policies;
        this.shelf = shelf;
        this.suitability = suitability;
    }

    /**
     * A customer as policies may see them.
     *
     * @param facts without bureau fields where they are not authorised
     * @param isNeutral whether profiling was refused
     */
    public record Subject(Facts facts, boolean isNeutral) {}

    /** Answers a question about a customer; empty when the tags have never been computed or do not know the customer. */
    public <T> Optional<T> within(int customer, Function<Subject, T> question) {
        LocalDate today = policies.asOf().day();
        Optional<SuitabilityRecord> answered = suitability.newest(customer);
        return shelf.read(tags -> customer < 0 || customer >= tags.index().customers()
                        ? Optional.<T>empty()
                        : Optional.of(question.apply(
                                subject(SnapshotFacts.of(tags.index(), customer), tags, today, answered))))
                .flatMap(answer -> answer);
    }

    /** What the policies of today say of a customer, product by product. */
    public List<Assessment> of(int customer) {
        Offers offers = policies.offers();
        LocalDate today = policies.asOf().day();
        return within(customer, subject -> offers.products(today).stream()
                        .map(product -> offers.assess(product, subject.facts(), today, subject.isNeutral()))
                        .toList())
                .orElse(List.of());
    }

    /** What is known of a customer's income a month. */
    public static Optional<Money> income(Facts facts) {
        Field field = Field.of("income", ValueType.MONEY, "income", "income");
        return facts.value(new Reference(field)) instanceof Value.Whole(long fen)
                ? Optional.of(Money.ofFen(fen))
                : Optional.empty();
    }

    /** Answers to the questionnaire that still hold stand before what the bank had on file; others count for nothing. */
    private Subject subject(
            SnapshotFacts facts, TagShelf.Tags tags, LocalDate today, Optional<SuitabilityRecord> answered) {
        answered.ifPresent(taken -> facts.assuming(
                "risk_preference",
                suitability.standing(taken, income(facts)) == SuitabilityRecord.Standing.VALID
                        ? Value.of(taken.grade().code())
                        : Value.missing()));
        boolean isStale = tags.asOf().day().plusDays(FRESH_DAYS).isBefore(today);
        Set<String> hidden = hidden(tags.definitions(), isTrue(facts, "consent_bureau"), isStale);
        Facts seen = leaf -> leaf instanceof Reference(var field) && hidden.contains(field.name())
                ? Value.missing()
                : facts.value(leaf);
        return new Subject(seen, !isTrue(facts, "consent_profiling"));
    }

    /** The tags that may not be read of a customer: bureau data without authorisation, and scores that are too old. */
    static Set<String> hidden(Map<String, Tag> tags, boolean isAuthorised, boolean isStale) {
        return tags.values().stream()
                .filter(tag -> (!isAuthorised && tag.governance().data().contains(DataClass.BUREAU))
                        || (isStale && tag.kind() == TagKind.SCORE))
                .map(Tag::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isTrue(SnapshotFacts facts, String tag) {
        Field field = Field.of(tag, ValueType.TRUTH, tag, tag);
        return facts.value(new Reference(field)) instanceof Value.Truth(boolean holds) && holds;
    }
}
