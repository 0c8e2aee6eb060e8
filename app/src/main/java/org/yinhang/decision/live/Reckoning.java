package org.yinhang.decision.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.policy.Admission;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.ContactPolicy;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.PricedOffer;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.core.loan.cost.CostTable;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.decision.offer.ConsideredOffer;
import org.yinhang.decision.offer.OfferWeigher;
import org.yinhang.decision.offer.Worth;
import org.yinhang.product.Assessment;
import org.yinhang.product.LimitBuildUp;
import org.yinhang.product.Offers;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Refusal;

/**
 * Decides for one customer from nothing but its arguments: policies, worth, guards, rank. Deterministic, so that a replay
 * reaches the same bytes. For any number of threads.
 */
final class Reckoning {

    /** The name under which decisions at the customer's own asking stand among campaigns. */
    static final String CAMPAIGN = "live";

    /** Channel consent, hours and frequency restrain whom the bank approaches; who comes by themselves is not approached. */
    private static final Set<Integer> OF_APPROACHES = Set.of(10, 11, 12);

    private static final ContactPolicy POLICY = new ContactPolicy(ContactPolicy.standard().guards().stream()
            .filter(guard -> !OF_APPROACHES.contains(guard.card().number()))
            .toList());

    /** Who asks is answered: no cool-down between campaigns applies, but age, consent, holds and caps do. */
    private static final GuardSettings LIMITS =
            new GuardSettings(Optional.empty(), 18, 120, Integer.MAX_VALUE, 0, true, 0);

    private static final CostTables COSTS = new CostTables();

    private static final Comparator<OfferEntry> ORDER = Comparator.<OfferEntry>comparingLong(
                    entry -> entry.valueFen() == null ? 0 : -entry.valueFen())
            .thenComparing(OfferEntry::product);

    private Reckoning() {}

    /**
     * Decides.
     *
     * @param facts what is known of the customer; must answer as {@code input.facts()} says
     * @param rules of contact in force at the instant
     */
    static DecisionRecord decide(
            DecisionInput input, Facts facts, OfferWeigher desk, Offers offers, ContactRules rules) {
        boolean isNeutral = isNeutral(input);
        List<OfferEntry> offered = new ArrayList<>();
        List<OfferEntry> withheld = new ArrayList<>();
        for (ConsideredOffer considered : desk.consider(facts, isNeutral)) {
            OfferEntry entry = entry(input, considered, isNeutral, offers, rules);
            boolean isOpen = entry.refusals().isEmpty() && entry.guards().isEmpty();
            (isOpen ? offered : withheld).add(entry);
        }
        offered.sort(ORDER);
        List<OfferEntry> all = new ArrayList<>();
        for (int place = 0; place < offered.size(); place++) {
            all.add(offered.get(place).ranked(place + 1));
        }
        all.addAll(withheld);
        return new DecisionRecord(DecisionRecord.CODE, input, isNeutral, all);
    }

    /** Whoever refused automated decisions, or may have, gets what anybody would get. */
    static boolean isNeutral(DecisionInput input) {
        return input.guardFacts().refusedAutomation() != Known.NO;
    }

    private static OfferEntry entry(
            DecisionInput input, ConsideredOffer considered, boolean isNeutral, Offers offers, ContactRules rules) {
        Assessment assessment = considered.assessment();
        Optional<CostTable> cost = assessment.cost().map(COSTS::of);
        Touch touch = touch(input, assessment, cost, isNeutral, offers);
        List<String> guards =
                POLICY
                        .decide(new GuardCase(touch, input.guardFacts(), input.at(), rules, Stage.OFFERING))
                        .reasons()
                        .stream()
                        .map(refusal -> refusal.token())
                        .toList();
        Optional<Worth> worth = considered.worth();
        return new OfferEntry(
                assessment.product(),
                0,
                reasons(assessment.refusals()),
                reasons(assessment.referrals()),
                guards,
                assessment.price().map(price -> price.rate().ppm()).orElse(null),
                assessment.price().map(price -> price.lowest().ppm()).orElse(null),
                assessment.price().map(price -> price.highest().ppm()).orElse(null),
                assessment.price().map(Reckoning::price).orElse(List.of()),
                assessment.limit().map(limit -> limit.limit().fen()).orElse(null),
                assessment.limit().map(Reckoning::limit).orElse(List.of()),
                cost.flatMap(table -> table.annual().unique())
                        .map(rate -> rate.ppm())
                        .orElse(null),
                cost.map(Reckoning::charges).orElse(List.of()),
                worth.map(w -> known(w.response())).orElse(null),
                worth.map(w -> known(w.approval())).orElse(null),
                worth.map(w -> w.margin().fen()).orElse(null),
                worth.map(Worth::asked).orElse(null),
                assessment.versions());
    }

    private static Touch touch(
            DecisionInput input, Assessment assessment, Optional<CostTable> cost, boolean isNeutral, Offers offers) {
        return new Touch(
                CAMPAIGN + ":" + input.request() + ":" + assessment.product(),
                input.customer(),
                CAMPAIGN,
                "",
                offers.book().lender(assessment.product(), input.day()).orElse(""),
                input.channel(),
                isNeutral ? DataUse.NEUTRAL : DataUse.PERSONALISED,
                LIMITS,
                Optional.of(new Admission(
                        assessment.isEligible(), assessment.isSuitable(), String.join(",", assessment.versions()))),
                cost.map(table ->
                        new PricedOffer(table.annual(), offers.book().capsOn(input.day(), assessment.product()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Conflict.None()),
                Optional.empty());
    }

    private static List<OfferEntry.Reason> reasons(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> new OfferEntry.Reason(
                        refusal.code(),
                        refusal.table(),
                        refusal.row(),
                        refusal.condition(),
                        refusal.zh(),
                        refusal.en()))
                .toList();
    }

    private static List<OfferEntry.Part> price(PriceBuildUp price) {
        return price.parts().stream()
                .map(part -> new OfferEntry.Part(
                        part.name(), part.zh(), part.en(), part.rate().ppm(), part.source()))
                .toList();
    }

    private static List<OfferEntry.Part> limit(LimitBuildUp limit) {
        return limit.parts().stream()
                .map(part -> new OfferEntry.Part(
                        part.name(), part.zh(), part.en(), part.change().fen(), part.source()))
                .toList();
    }

    private static List<OfferEntry.Charge> charges(CostTable table) {
        return table.lines().stream()
                .map(line -> new OfferEntry.Charge(
                        line.item().name(),
                        line.item().collector().name(),
                        line.amount().fen()))
                .toList();
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
