package org.yinhang.campaign.past;

import java.time.LocalDate;
import java.util.List;

/**
 * What a campaign would have come to, had it begun on the first day of each of the past months.
 *
 * @param from first day of the months played
 * @param until the day after the last
 * @param product on offer
 * @param months the oldest first
 * @param offer what the policies in force say of a part of those reached
 * @param reasons against them, most frequent first
 * @param channels through which the first wave goes, in its order
 * @param branches of those reached, most touches first
 * @param groups of protected attributes
 * @param really what those chosen really did
 */
public record PastCampaign(
        LocalDate from,
        LocalDate until,
        String product,
        List<Month> months,
        Offer offer,
        List<Reason> reasons,
        List<ByChannel> channels,
        List<Branch> branches,
        List<Group> groups,
        Really really) {

    /** Customers reached, a month. */
    public double reachedEach() {
        return months.stream().mapToLong(Month::reached).average().orElse(0);
    }

    /**
     * A month.
     *
     * @param month such as {@code 2026-04}
     * @param everybody who may be approached at all
     * @param chosen by the audience
     * @param apart of these, in the control group or the standing hold-out
     * @param reached of the rest, those a step is for whose channel they have agreed to and who are not on hold
     * @param costFen of touching these
     */
    public record Month(String month, long everybody, long chosen, long apart, long reached, long costFen) {}

    /**
     * What policies make of those reached.
     *
     * @param asked a part of them, spread evenly
     * @param passed without a person
     * @param referred to a person
     * @param refused with a reason
     * @param capBreaches refused because every price the bank can live with is above a cost cap
     * @param meanRatePpm of those not refused, in millionths a year
     * @param meanLimitFen of those
     * @param meanLossFen expected over the life of a loan
     * @param meanMarginFen expected over the life of a loan, after every cost
     */
    public record Offer(
            int asked,
            int passed,
            int referred,
            int refused,
            int capBreaches,
            int meanRatePpm,
            long meanLimitFen,
            long meanLossFen,
            long meanMarginFen) {

        /** The part the bank would lend to, if need be after a person has looked; 0 where nobody was asked. */
        public double openRate() {
            return asked == 0 ? 0 : (double) (passed + referred) / asked;
        }
    }

    /** How often a reason stands against one of those asked about. */
    public record Reason(String code, String zh, String en, int count) {}

    /** An estimate with its 95 % interval; unknown ones are NaN. */
    public record Estimate(double value, double low, double high) {

        static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN, Double.NaN);

        public boolean isKnown() {
            return !Double.isNaN(value);
        }
    }

    /**
     * A channel of the first wave, and what random trials of the past say of it with customers the audience meant.
     *
     * @param reached customers a month
     * @param costFen a month
     * @param contacted rows of the trials that were contacted through it
     * @param left rows that were left alone
     * @param answeredContacted of those contacted, who applied or drew within thirty days
     * @param answeredLeft of those left alone
     * @param weighed what contacting adds to the chance of that, by inverse propensity
     * @param robust the same, doubly robust
     */
    public record ByChannel(
            String channel,
            double reached,
            double costFen,
            int contacted,
            int left,
            int answeredContacted,
            int answeredLeft,
            Estimate weighed,
            Estimate robust) {

        /** Answers a month that contacting would add. */
        public Estimate added() {
            return new Estimate(reached * robust.value(), reached * robust.low(), reached * robust.high());
        }

        /** Yuan fen a month above the cost of the touches, where each added answer is worth the margin of those not refused. */
        public double netFen(Offer offer) {
            return added().value() * offer.openRate() * offer.meanMarginFen() - costFen;
        }
    }

    /**
     * Work of a branch.
     *
     * @param branch code; empty where unknown
     * @param touches a month
     * @param byPeople of these, calls, appointments and visits
     */
    public record Branch(String branch, double touches, double byPeople) {}

    /**
     * A group by a protected attribute.
     *
     * @param attribute {@code gender} or {@code age}
     * @param group its value
     * @param everybody of the group who may be approached
     * @param reached of these
     * @param asked of these, about whom the policies were asked
     * @param open of those, whom the bank would lend to
     */
    public record Group(String attribute, String group, long everybody, long reached, int asked, int open) {

        public double reachedRate() {
            return everybody == 0 ? 0 : (double) reached / everybody;
        }

        public double openRate() {
            return asked == 0 ? 0 : (double) open / asked;
        }
    }

    /**
     * What those chosen really did within thirty days.
     *
     * @param chosen customers and months
     * @param contacted of these, whom the bank contacted about the product in that month
     * @param applied for the product
     * @param approved of those
     * @param disbursed of those
     * @param bad of those, thirty days or more past due so far
     */
    public record Really(long chosen, long contacted, long applied, long approved, long disbursed, long bad) {}
}
