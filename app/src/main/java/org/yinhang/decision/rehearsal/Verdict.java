package org.yinhang.decision.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.product.Assessment;
import org.yinhang.product.Refusal;

/**
 * What policies say of an application.
 *
 * @param outcome passed, referred to a person, or refused
 * @param reasons why it was referred or refused, each code once
 * @param ratePpm price, in millionths a year; 0 where refused
 * @param limitFen limit; 0 where refused
 * @param lossFen expected to be lost over the life of the loan
 * @param marginFen expected to be left after every cost, expected loss among them
 */
record Verdict(Outcome outcome, List<Reason> reasons, int ratePpm, long limitFen, long lossFen, long marginFen) {

    /** A code in the words of its table's row. */
    record Reason(String code, String zh, String en) {}

    enum Outcome {
        PASSED,
        REFERRED,
        REFUSED
    }

    static Verdict of(Assessment assessment, Valuer valuer) {
        if (!assessment.isEligible()) {
            return new Verdict(Outcome.REFUSED, reasons(assessment.refusals()), 0, 0, 0, 0);
        }
        var price = assessment.price().orElseThrow();
        var limit = assessment.limit().orElseThrow();
        return new Verdict(
                assessment.referrals().isEmpty() ? Outcome.PASSED : Outcome.REFERRED,
                reasons(assessment.referrals()),
                price.rate().ppm(),
                limit.limit().fen(),
                valuer.expectedLoss(assessment.product(), price, limit).fen(),
                valuer.margin(assessment.product(), price, limit).fen());
    }

    private static List<Reason> reasons(List<Refusal> refusals) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        refusals.forEach(
                refusal -> reasons.putIfAbsent(refusal.code(), new Reason(refusal.code(), refusal.zh(), refusal.en())));
        return List.copyOf(reasons.values());
    }

    List<String> codes() {
        return reasons.stream().map(Reason::code).toList();
    }

    /** Whether the bank would lend, if need be after a person has looked. */
    boolean isOpen() {
        return outcome != Outcome.REFUSED;
    }

    /** Whether the customer is told the same: outcome, price and limit. */
    boolean isAlike(Verdict other) {
        return outcome == other.outcome && ratePpm == other.ratePpm && limitFen == other.limitFen;
    }
}
