package org.yinhang.core.allocation;

import java.util.Arrays;

/** How one customer's options stand at some prices: which are best, and how clearly. Looks at one customer after another. */
final class Standing {

    private final ContactOptions options;
    private final Worth worth;
    private final double[] signed;
    private final double[] reach;

    private double[] low = new double[16];
    private double[] high = new double[16];
    private boolean[] isBest = new boolean[16];
    private int first;
    private int count;

    /**
     * At these prices.
     *
     * @param signed prices times the sign of their limits
     * @param reach how far each price may move to either side
     */
    Standing(ContactOptions options, Worth worth, double[] signed, double[] reach) {
        this.options = options;
        this.worth = worth;
        this.signed = signed;
        this.reach = reach;
    }

    void look(int customer) {
        first = options.firstOption(customer);
        count = options.firstOption(customer + 1) - first;
        if (count > low.length) {
            low = new double[count * 2];
            high = new double[count * 2];
            isBest = new boolean[count * 2];
        }
        long key = worth.key(customer);
        for (int i = 0; i < count; i++) {
            double reduced = worth.reduced(key, first + i, signed);
            double around = 0;
            for (int d = options.firstDraw(first + i); d < options.firstDraw(first + i + 1); d++) {
                around += reach[options.drawLimit(d)] * Math.abs(options.drawAmount(d));
            }
            low[i] = reduced - around;
            high[i] = reduced + around;
        }
        choose();
    }

    /** Marks the best options, no more than allowed and each above 0. */
    private void choose() {
        Arrays.fill(isBest, 0, count, false);
        for (int taken = 0; taken < options.perCustomer() && taken < count; taken++) {
            int best = -1;
            double most = 0;
            for (int i = 0; i < count; i++) {
                double middle = (low[i] + high[i]) / 2;
                if (!isBest[i] && middle > most) {
                    most = middle;
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            isBest[best] = true;
        }
    }

    /** Whether the best options stay the best, by so much, wherever the prices go. */
    boolean isDecided(double margin) {
        double worstTaken = Double.POSITIVE_INFINITY;
        double bestLeft = Double.NEGATIVE_INFINITY;
        int taken = 0;
        for (int i = 0; i < count; i++) {
            if (isBest[i]) {
                worstTaken = Math.min(worstTaken, low[i]);
                taken++;
            } else {
                bestLeft = Math.max(bestLeft, high[i]);
            }
        }
        boolean isFull = taken == options.perCustomer();
        return worstTaken > margin && (isFull ? worstTaken - bestLeft > margin : bestLeft < -margin);
    }

    /** Adds what the best options draw. */
    void draw(double[] drawn) {
        for (int i = 0; i < count; i++) {
            if (isBest[i]) {
                options.draw(first + i, 1, drawn);
            }
        }
    }

    boolean isBest(int option) {
        return isBest[option - first];
    }
}
