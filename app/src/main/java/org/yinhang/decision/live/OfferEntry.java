package org.yinhang.decision.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product in the answer to a decision.
 *
 * @param product its code
 * @param rank place among the offers, from 1; 0 where it is withheld
 * @param refusals every reason of the policies against it
 * @param referrals what somebody must look at first
 * @param guards every reason of the guards against offering it, as {@code CODE} or {@code CODE:CAUSE}
 * @param ratePpm offered, in millionths a year; null where the policies refuse
 * @param lowestPpm the least that may be agreed
 * @param highestPpm the most that may be asked
 * @param price its build-up, in millionths a year
 * @param limitFen offered
 * @param limit its build-up, in fen
 * @param annualCostPpm all-in cost of drawing the whole limit on the usual terms
 * @param costs every charge of it
 * @param response chance of an application; null where no score is known or used
 * @param approval chance of approval; null where no score is known or used
 * @param marginFen what an approved loan leaves
 * @param valueFen what offering it is expected to bring
 * @param versions of the product, tables and caps it rests on
 */
public record OfferEntry(
        String product,
        int rank,
        List<Reason> refusals,
        List<Reason> referrals,
        List<String> guards,
        @Nullable Integer ratePpm,
        @Nullable Integer lowestPpm,
        @Nullable Integer highestPpm,
        List<Part> price,
        @Nullable Long limitFen,
        List<Part> limit,
        @Nullable Integer annualCostPpm,
        List<Charge> costs,
        @Nullable Double response,
        @Nullable Double approval,
        @Nullable Long marginFen,
        @Nullable Long valueFen,
        List<String> versions) {

    public OfferEntry {
        refusals = List.copyOf(refusals);
        referrals = List.copyOf(referrals);
        guards = List.copyOf(guards);
        price = List.copyOf(price);
        limit = List.copyOf(limit);
        costs = List.copyOf(costs);
        versions = List.copyOf(versions);
    }

    /**
     * One part of a price or a limit.
     *
     * @param name identifier
     * @param zh what it is, in Chinese
     * @param en what it is, in English
     * @param amount in the unit of what it is a part of; may be negative
     * @param source the table's version and row, or where the figure comes from
     */
    public record Part(String name, String zh, String en, long amount, String source) {}

    /** One charge of a loan, and who collects it. */
    public record Charge(String name, String collector, long fen) {}

    /**
     * Why a product is refused or referred.
     *
     * @param code stable reason code
     * @param table name and version of the table or cap
     * @param row the row that said so
     * @param condition the innermost conditions that decided
     * @param zh in Chinese
     * @param en in English
     */
    public record Reason(String code, String table, String row, String condition, String zh, String en) {}

    /** Whether nothing stands against offering it. */
    public boolean isOffered() {
        return rank > 0;
    }

    OfferEntry ranked(int place) {
        return new OfferEntry(
                product,
                place,
                refusals,
                referrals,
                guards,
                ratePpm,
                lowestPpm,
                highestPpm,
                price,
                limitFen,
                limit,
                annualCostPpm,
                costs,
                response,
                approval,
                marginFen,
                valueFen,
                versions);
    }
}
