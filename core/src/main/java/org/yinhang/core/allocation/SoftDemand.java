package org.yinhang.core.allocation;

/** What some customers draw on the limits on average, and how the draws of one customer vary together. */
final class SoftDemand {

    private final ContactOptions options;
    private final double[] drawn;
    private final double[][] spread;
    private final double[] mean;
    private final boolean[] isTouched;
    private final int[] touched;
    private int touchedCount;
    private double value;

    SoftDemand(ContactOptions options, double[] prices, boolean withSpread) {
        int limits = prices.length;
        this.options = options;
        this.drawn = new double[limits];
        this.spread = withSpread ? new double[limits][limits] : new double[0][];
        this.mean = new double[limits];
        this.isTouched = new boolean[limits];
        this.touched = new int[limits];
    }

    double value() {
        return value;
    }

    double[] drawn() {
        return drawn;
    }

    /** Sums of covariances; the lower half counts. */
    double[][] spread() {
        return spread;
    }

    void add(double best) {
        value += best;
    }

    /** Adds a customer who takes at most one option. */
    void addOne(int first, double[] wanted, int count, double negligible) {
        for (int i = 0; i < count; i++) {
            double probability = wanted[i];
            if (probability < negligible) {
                continue;
            }
            int from = options.firstDraw(first + i);
            int to = options.firstDraw(first + i + 1);
            for (int d = from; d < to; d++) {
                int limit = options.drawLimit(d);
                double share = probability * options.drawAmount(d);
                addMean(limit, share);
                if (spread.length > 0) {
                    for (int e = from; e <= d; e++) {
                        spread[limit][options.drawLimit(e)] += share * options.drawAmount(e);
                    }
                }
            }
        }
        settleMean();
    }

    /** Adds a customer who takes up to several options. */
    void addSeveral(int first, SeveralOptions several) {
        int count = several.wanted().length;
        for (int i = 0; i < count; i++) {
            int from = options.firstDraw(first + i);
            int to = options.firstDraw(first + i + 1);
            for (int d = from; d < to; d++) {
                addMean(options.drawLimit(d), several.wanted()[i] * options.drawAmount(d));
            }
        }
        if (spread.length > 0) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    double together = i == j ? several.wanted()[i] : several.together()[i][j];
                    addProducts(first + i, first + j, together);
                }
            }
        }
        settleMean();
    }

    private void addProducts(int option, int other, double probability) {
        for (int d = options.firstDraw(option); d < options.firstDraw(option + 1); d++) {
            int limit = options.drawLimit(d);
            for (int e = options.firstDraw(other); e < options.firstDraw(other + 1); e++) {
                if (options.drawLimit(e) <= limit) {
                    spread[limit][options.drawLimit(e)] += probability * options.drawAmount(d) * options.drawAmount(e);
                }
            }
        }
    }

    private void addMean(int limit, double share) {
        if (!isTouched[limit]) {
            isTouched[limit] = true;
            touched[touchedCount++] = limit;
        }
        mean[limit] += share;
    }

    private void settleMean() {
        for (int i = 0; i < touchedCount; i++) {
            int limit = touched[i];
            drawn[limit] += mean[limit];
            if (spread.length > 0) {
                for (int j = 0; j < touchedCount; j++) {
                    if (touched[j] <= limit) {
                        spread[limit][touched[j]] -= mean[limit] * mean[touched[j]];
                    }
                }
            }
        }
        for (int i = 0; i < touchedCount; i++) {
            mean[touched[i]] = 0;
            isTouched[touched[i]] = false;
        }
        touchedCount = 0;
    }
}
