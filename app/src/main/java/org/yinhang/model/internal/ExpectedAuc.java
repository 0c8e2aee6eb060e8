package org.yinhang.model.internal;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The AUC a score would have on average if every customer succeeded with a known probability: each pair counts with the
 * chance that the first succeeds and the second does not. It has no error of sampling, so it says how near a model is to
 * the best possible.
 */
final class ExpectedAuc {

    private ExpectedAuc() {}

    /**
     * The expected AUC.
     *
     * @param scores higher is likelier
     * @param truth the true probability of each, 0 to 1
     * @return 0 to 1; NaN when nobody can succeed, or nobody fail
     */
    static double of(double[] scores, double[] truth) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double failuresBelow = 0;
        double successes = 0;
        double wins = 0;
        for (int from = 0; from < order.length; ) {
            int until = from;
            double tiedSuccesses = 0;
            double tiedFailures = 0;
            while (until < order.length && scores[order[until]] == scores[order[from]]) {
                tiedSuccesses += truth[order[until]];
                tiedFailures += 1 - truth[order[until]];
                until++;
            }
            wins += tiedSuccesses * (failuresBelow + tiedFailures / 2);
            successes += tiedSuccesses;
            failuresBelow += tiedFailures;
            from = until;
        }
        return wins / (successes * failuresBelow);
    }
}
