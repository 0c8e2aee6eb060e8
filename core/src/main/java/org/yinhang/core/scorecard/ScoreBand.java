package org.yinhang.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One grade of a card: a range of scores, who is in it, and what a cut-off at its lower end would let in.
 *
 * @param from the lowest score, inclusive; negative infinity in the lowest band
 * @param to the score the next band begins at; positive infinity in the highest
 * @param rows weight of rows
 * @param share of all rows, 0 to 1
 * @param events weight of events
 * @param shareAtOrAbove of all rows that score {@code from} or more, 0 to 1
 * @param rateAtOrAbove the event rate among them, 0 to 1
 */
public record ScoreBand(
        double from, double to, double rows, double share, double events, double shareAtOrAbove, double rateAtOrAbove) {

    /** The event rate, 0 to 1; 0 without rows. */
    public double rate() {
        return rows > 0 ? events / rows : 0;
    }

    /**
     * Bands of about equally many rows.
     *
     * @param count how many at most; rows of equal score are never parted
     * @return from the lowest score to the highest
     */
    public static List<ScoreBand> equal(double[] scores, boolean[] outcomes, double[] weights, int count) {
        double[] sorted = Arrays.stream(scores).sorted().toArray();
        double[] cuts = IntStream.range(1, count)
                .mapToDouble(band -> sorted[(int) ((long) sorted.length * band / count)])
                .filter(cut -> cut > sorted[0])
                .distinct()
                .toArray();
        return between(cuts, scores, outcomes, weights);
    }

    /**
     * Bands between given scores.
     *
     * @param cuts where one band ends and the next begins, rising
     */
    public static List<ScoreBand> between(double[] cuts, double[] scores, boolean[] outcomes, double[] weights) {
        double[] rows = new double[cuts.length + 1];
        double[] events = new double[cuts.length + 1];
        double all = 0;
        for (int row = 0; row < scores.length; row++) {
            int found = Arrays.binarySearch(cuts, scores[row]);
            int band = found >= 0 ? found + 1 : -found - 1;
            rows[band] += weights[row];
            events[band] += outcomes[row] ? weights[row] : 0;
            all += weights[row];
        }
        List<ScoreBand> bands = new ArrayList<>();
        double rowsAbove = 0;
        double eventsAbove = 0;
        for (int band = cuts.length; band >= 0; band--) {
            rowsAbove += rows[band];
            eventsAbove += events[band];
            bands.add(new ScoreBand(
                    band == 0 ? Double.NEGATIVE_INFINITY : cuts[band - 1],
                    band == cuts.length ? Double.POSITIVE_INFINITY : cuts[band],
                    rows[band],
                    rows[band] / all,
                    events[band],
                    rowsAbove / all,
                    rowsAbove > 0 ? eventsAbove / rowsAbove : 0));
        }
        return List.copyOf(bands.reversed());
    }

    /**
     * The lowest cut-off whose accepted rows, those that score it or more, have an event rate of at most {@code rate}; empty
     * when no band's lower end does.
     *
     * @param bands from the lowest score to the highest
     */
    public static OptionalDouble cutOff(List<ScoreBand> bands, double rate) {
        return bands.stream()
                .filter(band -> band.rateAtOrAbove() <= rate)
                .mapToDouble(ScoreBand::from)
                .findFirst();
    }
}
