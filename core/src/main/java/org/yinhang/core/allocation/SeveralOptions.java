package org.yinhang.core.allocation;

/**
 * How much each option of a customer is wanted when up to several may be taken: every set of at most so many options has the
 * probability of a multinomial logit over the sum of its values. Sets are summed by elementary symmetric polynomials, in
 * logarithms, as their terms differ by hundreds of orders of magnitude.
 *
 * @param value the smoothed best, in fen
 * @param wanted probability that each option is in the set
 * @param together probability that two options are both in it; empty when not asked for
 */
record SeveralOptions(double value, double[] wanted, double[][] together) {

    static SeveralOptions of(double[] reduced, int count, int most, double temperature, boolean withTogether) {
        double[] logs = new double[count];
        for (int i = 0; i < count; i++) {
            logs[i] = reduced[i] / temperature;
        }
        double all = sum(logs, -1, -1, most);
        double[] wanted = new double[count];
        double[][] together = new double[withTogether ? count : 0][count];
        for (int i = 0; i < count; i++) {
            wanted[i] = Math.exp(logs[i] + sum(logs, i, -1, most - 1) - all);
            for (int j = 0; withTogether && j < i; j++) {
                together[i][j] = most < 2 ? 0 : Math.exp(logs[i] + logs[j] + sum(logs, i, j, most - 2) - all);
                together[j][i] = together[i][j];
            }
        }
        return new SeveralOptions(temperature * all, wanted, together);
    }

    /** The logarithm of the sum over all sets of at most so many options, without two of them. */
    private static double sum(double[] logs, int without, int orWithout, int most) {
        double[] bySize = new double[most + 1];
        for (int size = 1; size <= most; size++) {
            bySize[size] = Double.NEGATIVE_INFINITY;
        }
        for (int i = 0; i < logs.length; i++) {
            if (i != without && i != orWithout) {
                for (int size = most; size > 0; size--) {
                    bySize[size] = logSum(bySize[size], bySize[size - 1] + logs[i]);
                }
            }
        }
        double sum = Double.NEGATIVE_INFINITY;
        for (double log : bySize) {
            sum = logSum(sum, log);
        }
        return sum;
    }

    private static double logSum(double a, double b) {
        double high = Math.max(a, b);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }
}
