package org.yinhang.core.scorecard;

/**
 * What to make of applicants who were refused, whose outcome nobody knows. A card made of accepted rows alone is fitted to
 * better customers than will apply; each of these guesses the outcome of the others from a first card (Siddiqi 2006, "Credit
 * Risk Scorecards", chapter 6; Anderson 2007, "The Credit Scoring Toolkit", chapter 19). They are guesses: compare the
 * card with one made without.
 */
public sealed interface RejectInference {

    /**
     * Every refused row counts in part as an event, in part as none, by its probability.
     *
     * @param oddsFactor how many times the odds of the event are those the first card gives, above 0; above 1 where the
     *     refused are worse than they look
     */
    record FuzzyAugmentation(double oddsFactor) implements RejectInference {

        public FuzzyAugmentation {
            requireFactor(oddsFactor);
        }
    }

    /**
     * Refused rows are put into parcels by the score of the first card; in each, as many are drawn to be events as the rate of
     * the accepted rows in it tells.
     *
     * @param parcels how many, of about equally many accepted rows
     * @param rateFactor how many times the event rate of the accepted a parcel's refused have, above 0; held below 1 in all
     * @param seed of the drawing
     */
    record Parcelling(int parcels, double rateFactor, long seed) implements RejectInference {

        public Parcelling {
            requireFactor(rateFactor);
            if (parcels < 1) {
                throw new IllegalArgumentException("parcels: %d (expected: at least 1)".formatted(parcels));
            }
        }
    }

    private static void requireFactor(double factor) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("factor: %s (expected: above 0)".formatted(factor));
        }
    }
}
