package org.yinhang.core.scorecard.merging;

/**
 * The conditions optimal bins must meet. Shares and counts are of row weights.
 *
 * @param criterion what to have most of
 * @param trend how the event rate of a number's bins may move; words are ordered by event rate instead
 * @param fewestBins ordinary bins at least, 1 or more; where the others leave no such division, as many as there can be
 * @param mostBins ordinary bins at most
 * @param smallestShare of the rows in each ordinary bin, 0 to 1
 * @param fewestEvents in each bin
 * @param fewestNonEvents in each bin
 * @param smallestRateGap between the event rates of neighbours, 0 to 1
 * @param largestPValue of the test that neighbours have the same event rate (two proportions, pooled, two-sided); 1 asks nothing
 * @param trendLoss the share of the criterion {@link Trend#AUTO} gives up for a plainer trend, 0 to 1
 * @param prior rows of average rate added to each bin; see {@link WeightOfEvidence}
 */
public record MergeSettings(
        Criterion criterion,
        Trend trend,
        int fewestBins,
        int mostBins,
        double smallestShare,
        double fewestEvents,
        double fewestNonEvents,
        double smallestRateGap,
        double largestPValue,
        double trendLoss,
        double prior) {

    /** What suits most data: at most eight bins of a twentieth of the rows, neighbours that differ beyond chance. */
    public static final MergeSettings USUAL =
            new MergeSettings(Criterion.INFORMATION_VALUE, Trend.AUTO, 1, 8, 0.05, 5, 5, 0, 0.05, 0.1, 1);

    public MergeSettings {
        boolean counts = fewestBins >= 1
                && mostBins >= fewestBins
                && fewestEvents >= 0
                && fewestNonEvents >= 0
                && prior >= 0
                && Double.isFinite(prior);
        boolean shares = isShare(smallestShare)
                && isShare(smallestRateGap)
                && isShare(trendLoss)
                && isShare(largestPValue)
                && largestPValue > 0;
        if (!counts || !shares) {
            throw new IllegalArgumentException(
                    "merging: %d to %d bins, share %s, events %s, non-events %s, gap %s, p %s, trend loss %s, prior %s"
                            .formatted(
                                    fewestBins,
                                    mostBins,
                                    smallestShare,
                                    fewestEvents,
                                    fewestNonEvents,
                                    smallestRateGap,
                                    largestPValue,
                                    trendLoss,
                                    prior));
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    /** The same with another trend. */
    public MergeSettings withTrend(Trend other) {
        return new MergeSettings(
                criterion,
                other,
                fewestBins,
                mostBins,
                smallestShare,
                fewestEvents,
                fewestNonEvents,
                smallestRateGap,
                largestPValue,
                trendLoss,
                prior);
    }

    /** The same with other numbers of ordinary bins. */
    public MergeSettings withBins(int fewest, int most) {
        return new MergeSettings(
                criterion,
                trend,
                fewest,
                most,
                smallestShare,
                fewestEvents,
                fewestNonEvents,
                smallestRateGap,
                largestPValue,
                trendLoss,
                prior);
    }

    /** The same with another size of the smallest ordinary bin and another test between neighbours. */
    public MergeSettings withStrictness(double share, double pValue) {
        return new MergeSettings(
                criterion,
                trend,
                fewestBins,
                mostBins,
                share,
                fewestEvents,
                fewestNonEvents,
                smallestRateGap,
                pValue,
                trendLoss,
                prior);
    }
}
