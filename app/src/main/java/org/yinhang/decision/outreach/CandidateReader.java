package org.yinhang.decision.outreach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.core.predicate.record.Truth;
import org.yinhang.decision.offer.ConsideredOffer;
import org.yinhang.decision.offer.OfferWeigher;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Worth;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Refusal;

/** Turns customers into candidates: what may be offered, through which channels, and what it is worth. For any thread. */
public final class CandidateReader {

    /** A lift that nobody has learned: the score is missing. */
    private static final String NO_SCORE = "NO_SCORE";

    private static final String NO_POSITIVE_VALUE = "NO_POSITIVE_VALUE";

    private static final String NOTHING_TO_OFFER = "NOTHING_TO_OFFER";

    private static final Field MANAGER = Field.of("account_manager", ValueType.TEXT, "account_manager", "manager");
    private static final Field BRANCH = Field.of("branch", ValueType.TEXT, "branch", "branch");

    private final OfferWeigher desk;
    private final OutreachTerms terms;
    private final Approachability guards;
    private final OutreachPeople people;
    private final List<RecordEvaluator> shares;
    private final RecordEvaluator bestHour;
    private final int usualSlot;

    /** Over the policies of a day. */
    public CandidateReader(
            OfferWeigher desk,
            OutreachTerms terms,
            OutreachPeople people,
            Approachability guards,
            Catalogue catalogue,
            AsOf asOf) {
        this.desk = desk;
        this.terms = terms;
        this.people = people;
        this.guards = guards;
        this.shares = terms.least().stream()
                .map(share -> RecordEvaluator.compile(Predicates.condition(share.when(), catalogue), asOf))
                .toList();
        this.bestHour = RecordEvaluator.compile(Predicates.value(terms.bestHour(), catalogue), asOf);
        this.usualSlot =
                terms.slots().stream().map(OutreachTerms.Slot::code).toList().indexOf(terms.usualSlot());
    }

    /** The products weighed, by position. */
    public List<String> products() {
        return desk.products();
    }

    /** The channels weighed, by position. */
    public List<ValueTerms.Channel> channels() {
        return desk.terms().channels();
    }

    OutreachTerms terms() {
        return terms;
    }

    OutreachPeople people() {
        return people;
    }

    /** One customer, with the ways that are expected to bring something. */
    public Candidate read(int customer, Facts facts) {
        return read(customer, facts, true);
    }

    /**
     * One customer.
     *
     * @param onlyWorthwhile whether ways that are expected to bring nothing, or whose score is missing, are left out
     */
    public Candidate read(int customer, Facts facts, boolean onlyWorthwhile) {
        Set<String> refusals = new LinkedHashSet<>();
        List<OutreachOption> options = new ArrayList<>();
        List<Integer> open = openChannels(customer, facts, refusals);
        if (!open.isEmpty()) {
            boolean isWorthwhile = false;
            boolean isScored = false;
            boolean isWeighed = false;
            Set<String> products = new LinkedHashSet<>();
            for (ConsideredOffer considered : desk.consider(customer, facts, false)) {
                if (considered.worth().isEmpty()) {
                    considered.assessment().refusals().stream()
                            .map(Refusal::code)
                            .forEach(products::add);
                    continue;
                }
                isWeighed = true;
                for (int channel : open) {
                    OutreachOption option =
                            option(considered, considered.worth().get(), channel);
                    isScored |= !Double.isNaN(option.lift() * option.approval());
                    isWorthwhile |= option.valueFen() > 0;
                    if (option.valueFen() > 0 || !onlyWorthwhile) {
                        options.add(option);
                    }
                }
            }
            if (!isWorthwhile) {
                refusals.addAll(products);
                if (isWeighed) {
                    refusals.add(isScored ? NO_POSITIVE_VALUE : NO_SCORE);
                } else if (products.isEmpty()) {
                    refusals.add(NOTHING_TO_OFFER);
                }
            }
        }
        return new Candidate(
                customer,
                slot(facts),
                people.drawnBy(text(MANAGER, facts), text(BRANCH, facts)),
                counted(facts),
                List.copyOf(refusals),
                options);
    }

    private static String text(Field field, Facts facts) {
        return facts.value(new Reference(field)) instanceof Value.Text(String words) ? words : "";
    }

    private List<Integer> openChannels(int customer, Facts facts, Set<String> refusals) {
        List<Integer> open = new ArrayList<>();
        Set<String> against = new LinkedHashSet<>();
        for (int channel = 0; channel < channels().size(); channel++) {
            List<String> reasons =
                    guards.refusals(customer, facts, channels().get(channel).code());
            if (reasons.isEmpty()) {
                open.add(channel);
            } else {
                against.addAll(reasons);
            }
        }
        if (open.isEmpty()) {
            refusals.addAll(against);
        }
        return open;
    }

    private OutreachOption option(ConsideredOffer considered, Worth worth, int channel) {
        String code = channels().get(channel).code();
        PriceBuildUp price = considered.assessment().price().orElseThrow();
        long limit = considered.assessment().limit().orElseThrow().limit().fen();
        return new OutreachOption(
                desk.products().indexOf(considered.product()),
                channel,
                worth.response(),
                worth.lifts().getOrDefault(code, Double.NaN),
                worth.approval(),
                worth.margin().fen(),
                worth.loss().fen(),
                worth.values().getOrDefault(code, 0L),
                price.rate().ppm(),
                limit);
    }

    private int slot(Facts facts) {
        OptionalInt hour = hour(bestHour.value(facts));
        for (int slot = 0; hour.isPresent() && slot < terms.slots().size(); slot++) {
            OutreachTerms.Slot one = terms.slots().get(slot);
            if (hour.getAsInt() >= one.from() && hour.getAsInt() < one.until()) {
                return slot;
            }
        }
        return usualSlot;
    }

    /** Hours may be numbers or, as the best of several, texts. */
    private static OptionalInt hour(Value value) {
        if (value instanceof Value.Text(String text)) {
            return text.matches("\\d{1,2}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
        }
        return value.isMissing() ? OptionalInt.empty() : OptionalInt.of((int) Numbers.real(value));
    }

    private BitSet counted(Facts facts) {
        BitSet counted = new BitSet();
        for (int share = 0; share < shares.size(); share++) {
            counted.set(share, shares.get(share).truth(facts) == Truth.TRUE);
        }
        return counted;
    }
}
