package org.yinhang.decision.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.decision.live.Decision;
import org.yinhang.decision.live.OfferEntry;
import org.yinhang.lake.tag.TagCategory;
import org.yinhang.shared.web.PageFrame;

/**
 * What a customer is told of a decision about them: what was found, why not more, what it rests on and what they may ask
 * for. Plain words; no score, no table, no figure the bank keeps to itself. PIPL 24 asks for the explanation and for the
 * right to refuse a decision made by a machine alone.
 *
 * @param decision what it explains
 * @param name of the customer, masked
 * @param offered products that may be had, best first
 * @param reasons why others may not, each with the products it stands against; the commonest first
 * @param checks what a person must still look at
 * @param kinds of information that were used, without the scores made of them
 * @param isScored whether a score was used besides
 */
public record DecisionLetter(
        Decision decision,
        String name,
        List<TracedOffer> offered,
        Map<String, List<String>> reasons,
        List<String> checks,
        List<String> kinds,
        boolean isScored) {

    /** Reasons beyond these are not main ones. */
    private static final int MAIN = 3;

    /** Guards that say no more than a policy that refuses: what is refused has no price either. */
    private static final Set<ReasonCode> REPEATING =
            Set.of(ReasonCode.NOT_ADMITTED, ReasonCode.NOT_SUITABLE, ReasonCode.COST_ABOVE_CAP);

    /**
     * The letter about a decision.
     *
     * @param page in the language of the letter
     */
    static DecisionLetter of(DecisionTrace trace, String name, PageFrame page) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (TracedOffer offer : trace.withheld()) {
            against(offer, page).stream().limit(MAIN).forEach(reason -> reasons.computeIfAbsent(
                            reason, _ -> new ArrayList<>())
                    .add(offer.name()));
        }
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        reasons.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        Set<String> checks = new LinkedHashSet<>();
        trace.offered().forEach(offer -> offer.entry()
                .referrals()
                .forEach(reason -> checks.add(words(reason.code(), DecisionWords.reason(reason, page), page))));
        String scores = page.t("tag.category." + TagCategory.MODEL.name().toLowerCase(Locale.ROOT));
        Set<String> kinds = new TreeSet<>();
        trace.facts().stream()
                .filter(fact -> !fact.value().isEmpty())
                .map(KnownFact::category)
                .forEach(kinds::add);
        boolean isScored = kinds.remove(scores) && !trace.decision().record().isNeutral();
        return new DecisionLetter(
                trace.decision(), name, trace.offered(), sorted, List.copyOf(checks), List.copyOf(kinds), isScored);
    }

    private static Set<String> against(TracedOffer offer, PageFrame page) {
        Set<String> reasons = new LinkedHashSet<>();
        for (OfferEntry.Reason reason : offer.entry().refusals()) {
            reasons.add(words(reason.code(), DecisionWords.reason(reason, page), page));
        }
        offer.guards().stream()
                .filter(refusal -> offer.entry().refusals().isEmpty() || !REPEATING.contains(refusal.code()))
                .forEach(refusal ->
                        reasons.add(words(refusal.code().name(), DecisionWords.reason(refusal, page), page)));
        return reasons;
    }

    /** In words for a customer, where those of the bank are for the bank. */
    private static String words(String code, String ours, PageFrame page) {
        return page.texts().orElse("decisions.letter.reason." + code, ours);
    }
}
