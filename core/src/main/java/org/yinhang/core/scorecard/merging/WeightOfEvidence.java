package org.yinhang.core.scorecard.merging;

/**
 * Weight of evidence and information value (Siddiqi 2006, "Credit Risk Scorecards", chapter 6), smoothed: every bin is counted
 * with {@code prior} rows more that have the average event rate. So a bin without rows says nothing (0), a bin without
 * events says something finite, and the more rows a bin has the less the prior matters. Above 0 speaks for the event.
 *
 * @param events weight of all events, above 0
 * @param nonEvents weight of all non-events, above 0
 * @param prior rows added to each bin, 0 or more
 */
public record WeightOfEvidence(double events, double nonEvents, double prior) {

    public WeightOfEvidence {
        if (!(events > 0 && nonEvents > 0 && prior >= 0)) {
            throw new IllegalArgumentException(
                    "events: %s, non-events: %s, prior: %s (expected: above 0, above 0, at least 0)"
                            .formatted(events, nonEvents, prior));
        }
    }

    /** The log of a bin's odds over the odds of all rows; 0 without rows, infinite without prior in a bin of one outcome. */
    public double of(double binEvents, double binNonEvents) {
        double rate = events / (events + nonEvents);
        double above = binEvents + prior * rate;
        double below = binNonEvents + prior * (1 - rate);
        return above == 0 && below == 0 ? 0 : Math.log(above / below) - Math.log(events / nonEvents);
    }

    /** What a bin adds to the information value; never below 0. */
    public double informationValue(double binEvents, double binNonEvents) {
        double gap = eventShare(binEvents) - nonEventShare(binNonEvents);
        return gap == 0 ? 0 : Math.max(0, gap * of(binEvents, binNonEvents));
    }

    double eventShare(double binEvents) {
        return binEvents / events;
    }

    double nonEventShare(double binNonEvents) {
        return binNonEvents / nonEvents;
    }
}
