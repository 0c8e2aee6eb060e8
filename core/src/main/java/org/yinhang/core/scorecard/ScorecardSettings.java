package org.yinhang.core.scorecard;

import java.util.Map;
import java.util.Objects;
import org.yinhang.core.scorecard.merging.MergeSettings;
import org.yinhang.core.scorecard.merging.Trend;

/**
 * How to make a card.
 *
 * @param merging how fine bins become bins
 * @param selection which columns enter
 * @param scale how log odds become points
 * @param parts in how many parts the rows are divided so that columns are chosen and weighed by bins that have not seen the
 *     row; 1 judges them by the card's own bins, as textbooks do, which favours columns whose bins fitted chance
 * @param pull how many rows of average rate speak for the points a bin has from its column's coefficient, when bins are let
 *     find points of their own beside the other columns: few rows, then a bin goes its own way; columns out of the card
 *     for their sign or because they add little come in, pulled towards no points. Positive infinity is the textbook's
 *     card: one coefficient a column, and no bin that is worse alone has more points
 * @param ridge penalty on squared coefficients as a share of the rows; a tiny one keeps them finite where outcomes separate
 * @param trends by column of numbers, where another trend than that of {@code merging} is asked for
 */
public record ScorecardSettings(
        MergeSettings merging,
        SelectionSettings selection,
        ScoreScale scale,
        int parts,
        double pull,
        double ridge,
        Map<String, Trend> trends) {

    /** What suits most data. */
    public static final ScorecardSettings USUAL = new ScorecardSettings(
            MergeSettings.USUAL,
            SelectionSettings.USUAL,
            ScoreScale.USUAL,
            5,
            Double.POSITIVE_INFINITY,
            1e-6,
            Map.of());

    public ScorecardSettings {
        trends = Map.copyOf(trends);
        if (parts < 1 || !(pull > 0) || !(ridge >= 0 && Double.isFinite(ridge))) {
            throw new IllegalArgumentException(
                    "parts: %d, pull: %s, ridge: %s (expected: 1 or more, above 0, 0 or more)"
                            .formatted(parts, pull, ridge));
        }
    }

    /** The same with other conditions on bins. */
    public ScorecardSettings withMerging(MergeSettings other) {
        return new ScorecardSettings(other, selection, scale, parts, pull, ridge, trends);
    }

    /** The same with another selection of columns. */
    public ScorecardSettings withSelection(SelectionSettings other) {
        return new ScorecardSettings(merging, other, scale, parts, pull, ridge, trends);
    }

    /** The same on another scale. */
    public ScorecardSettings withScale(ScoreScale other) {
        return new ScorecardSettings(merging, selection, other, parts, pull, ridge, trends);
    }

    /** The same with another pull. */
    public ScorecardSettings withPull(double other) {
        return new ScorecardSettings(merging, selection, scale, parts, other, ridge, trends);
    }

    /** The same with trends of their own for some columns. */
    public ScorecardSettings withTrends(Map<String, Trend> other) {
        return new ScorecardSettings(merging, selection, scale, parts, pull, ridge, other);
    }

    /** The conditions on a column's bins. */
    MergeSettings merging(String column) {
        return trends.containsKey(column) ? merging.withTrend(Objects.requireNonNull(trends.get(column))) : merging;
    }
}
