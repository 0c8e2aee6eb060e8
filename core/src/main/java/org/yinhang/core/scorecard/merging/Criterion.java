package org.yinhang.core.scorecard.merging;

/**
 * What optimal bins have most of. Both are sums over bins of a convex function of the bin's share of events and of non-events,
 * so splitting a bin never lowers them; what holds them back are the conditions of {@link MergeSettings}.
 */
public enum Criterion {
    /** Information value: Σ (share of events − share of non-events) · WOE; see {@link WeightOfEvidence}. */
    INFORMATION_VALUE,
    /** Jensen–Shannon divergence between events and non-events, in nats (Lin 1991, doi 10.1109/18.61115). */
    JENSEN_SHANNON;

    /**
     * What one bin adds.
     *
     * @param events weight of the bin's events
     * @param nonEvents weight of the bin's non-events
     */
    double of(double events, double nonEvents, WeightOfEvidence evidence) {
        return switch (this) {
            case INFORMATION_VALUE -> evidence.informationValue(events, nonEvents);
            case JENSEN_SHANNON -> {
                double p = evidence.eventShare(events);
                double q = evidence.nonEventShare(nonEvents);
                double middle = (p + q) / 2;
                yield (towards(p, middle) + towards(q, middle)) / 2;
            }
        };
    }

    private static double towards(double share, double middle) {
        return share > 0 ? share * Math.log(share / middle) : 0;
    }
}
