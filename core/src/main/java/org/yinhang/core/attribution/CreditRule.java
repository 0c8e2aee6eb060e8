package org.yinhang.core.attribution;

/** How what came of a journey is shared among its touches; every rule shares out all of it and no more. */
public enum CreditRule {
    /** All to the last touch. */
    LAST,
    /** Two fifths to the first, two fifths to the last, a fifth among those between; of two touches half each. */
    POSITION,
    /** In proportion to what the removal of each kind of touch would lose over all journeys ({@link JourneyChain}). */
    DATA_DRIVEN;

    private static final double END = 0.4;

    /**
     * The share of each touch.
     *
     * @param touches the kinds of the touches in order, at least one
     * @param effects removal effects by kind; only {@link #DATA_DRIVEN} reads them
     */
    public double[] shares(int[] touches, double[] effects) {
        int last = touches.length - 1;
        double[] shares = new double[touches.length];
        switch (this) {
            case LAST -> shares[last] = 1;
            case POSITION -> {
                double end = last < 2 ? 1.0 / touches.length : END;
                for (int i = 0; i <= last; i++) {
                    shares[i] = i == 0 || i == last ? end : (1 - 2 * END) / (last - 1);
                }
            }
            case DATA_DRIVEN -> {
                double sum = 0;
                for (int touch : touches) {
                    sum += effects[touch];
                }
                for (int i = 0; i <= last; i++) {
                    shares[i] = sum > 0 ? effects[touches[i]] / sum : 1.0 / touches.length;
                }
            }
        }
        return shares;
    }
}
