package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.evaluation.LogScore;

/**
 * The rising curve nearest to the outcomes (pool adjacent violators; Zadrozny and Elkan 2002, doi 10.1145/775047.775151),
 * joined by straight lines between the middles of its steps and tilted a little by {@link PlattScaling} so that no two
 * scores become equal.
 */
final class IsotonicCurve implements Calibration, Archived.Archivable {

    private static final int ENOUGH_OF_EACH = 1_000;
    private static final double TILT = 0.02;

    private final double[] middles;
    private final double[] rates;
    private final PlattScaling tilt;

    private IsotonicCurve(double[] middles, double[] rates, PlattScaling tilt) {
        this.middles = middles;
        this.rates = rates;
        this.tilt = tilt;
    }

    static boolean hasEnough(boolean[] outcomes) {
        int positives = 0;
        for (boolean outcome : outcomes) {
            positives += outcome ? 1 : 0;
        }
        return positives >= ENOUGH_OF_EACH && outcomes.length - positives >= ENOUGH_OF_EACH;
    }

    /** Whether it predicts every second row better, fitted to the others, than Platt's line does. */
    static boolean isBetter(double[] logOdds, boolean[] outcomes) {
        double gain = 0;
        for (int half = 0; half < 2; half++) {
            int kept = half;
            int[] rows = IntStream.range(0, logOdds.length)
                    .filter(i -> i % 2 == kept)
                    .toArray();
            double[] scores =
                    Arrays.stream(rows).mapToDouble(row -> logOdds[row]).toArray();
            boolean[] known = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                known[i] = outcomes[rows[i]];
            }
            Calibration curve = fit(scores, known);
            Calibration line = PlattScaling.fit(scores, known);
            for (int i = 1 - half; i < logOdds.length; i += 2) {
                gain += LogScore.of(line.probability(logOdds[i]), outcomes[i])
                        - LogScore.of(curve.probability(logOdds[i]), outcomes[i]);
            }
        }
        return gain > 0;
    }

    static IsotonicCurve fit(double[] logOdds, boolean[] outcomes) {
        int[] order = IntStream.range(0, logOdds.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> logOdds[row])
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] rate = new double[order.length];
        double[] middle = new double[order.length];
        double[] rows = new double[order.length];
        int blocks = 0;
        for (int row : order) {
            rate[blocks] = outcomes[row] ? 1 : 0;
            middle[blocks] = logOdds[row];
            rows[blocks] = 1;
            blocks++;
            while (blocks > 1 && rate[blocks - 2] >= rate[blocks - 1]) {
                double both = rows[blocks - 2] + rows[blocks - 1];
                rate[blocks - 2] = (rate[blocks - 2] * rows[blocks - 2] + rate[blocks - 1] * rows[blocks - 1]) / both;
                middle[blocks - 2] =
                        (middle[blocks - 2] * rows[blocks - 2] + middle[blocks - 1] * rows[blocks - 1]) / both;
                rows[blocks - 2] = both;
                blocks--;
            }
        }
        return new IsotonicCurve(
                Arrays.copyOf(middle, blocks), Arrays.copyOf(rate, blocks), PlattScaling.fit(logOdds, outcomes));
    }

    @Override
    public double probability(double logOdds) {
        return (1 - TILT) * interpolated(logOdds) + TILT * tilt.probability(logOdds);
    }

    private double interpolated(double logOdds) {
        int found = Arrays.binarySearch(middles, logOdds);
        if (found >= 0) {
            return rates[found];
        }
        int above = -found - 1;
        if (above == 0) {
            return rates[0];
        }
        if (above == middles.length) {
            return rates[middles.length - 1];
        }
        double share = (logOdds - middles[above - 1]) / (middles[above] - middles[above - 1]);
        return rates[above - 1] + share * (rates[above] - rates[above - 1]);
    }

    @Override
    public String describe() {
        return "isotonic";
    }

    @Override
    public Archived<IsotonicCurve> archived() {
        return new Kept(middles, rates, tilt);
    }

    private record Kept(double[] middles, double[] rates, PlattScaling tilt) implements Archived<IsotonicCurve> {

        @Override
        public IsotonicCurve restore() {
            return new IsotonicCurve(middles, rates, tilt);
        }
    }
}
