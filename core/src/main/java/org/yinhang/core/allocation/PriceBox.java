package org.yinhang.core.allocation;

/**
 * Between which prices to look.
 *
 * @param low least price of each limit
 * @param high highest price of each limit
 * @param step how far a price moves at a time where demand does not answer; a small part of it counts as nothing
 * @param most the price above which no limit's goes
 */
record PriceBox(double[] low, double[] high, double[] step, double[] most) {

    /** No price is higher than so many times what would make a usual draw cost a usual value. */
    private static final double HIGHEST = 1e5;

    /** A price so near the edge, as a share of the box, stands on it. */
    private static final double TOUCHING = 1e-3;

    /**
     * The box around some prices.
     *
     * @param unit the price of each limit that makes a usual draw cost a usual value
     * @param temperature the step, as a share of the unit
     * @param widening how many steps the box reaches to either side
     */
    static PriceBox around(double[] prices, double[] unit, double temperature, double widening) {
        int limits = prices.length;
        PriceBox box = new PriceBox(new double[limits], new double[limits], new double[limits], new double[limits]);
        for (int r = 0; r < limits; r++) {
            box.step[r] = temperature * unit[r];
            box.most[r] = HIGHEST * unit[r];
            box.low[r] = Math.max(0, prices[r] - widening * box.step[r]);
            box.high[r] = Math.min(box.most[r], prices[r] + widening * box.step[r]);
        }
        return box;
    }

    /** The part of this box that lies in another. */
    PriceBox within(PriceBox outer) {
        double[] lower = low.clone();
        double[] higher = high.clone();
        for (int r = 0; r < low.length; r++) {
            lower[r] = Math.max(low[r], outer.low[r]);
            higher[r] = Math.min(high[r], outer.high[r]);
        }
        return new PriceBox(lower, higher, step, most);
    }

    /** How far each price may move from here. */
    double[] reach(double[] prices) {
        double[] reach = new double[prices.length];
        for (int r = 0; r < reach.length; r++) {
            reach[r] = Math.max(high[r] - prices[r], prices[r] - low[r]);
        }
        return reach;
    }

    /** Whether a price stands on an edge beyond which it could still go. */
    boolean isAtEdge(double[] prices) {
        for (int r = 0; r < prices.length; r++) {
            double touching = TOUCHING * (high[r] - low[r]);
            if ((low[r] > 0 && prices[r] <= low[r] + touching)
                    || (high[r] < most[r] && prices[r] >= high[r] - touching)) {
                return true;
            }
        }
        return false;
    }
}
