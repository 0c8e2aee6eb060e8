package org.yinhang.core.evaluation;

/** One training and the rows it is judged on; no row is in both. */
public final class SplitStep {

    private final int[] train;
    private final int[] test;

    SplitStep(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /** Row numbers to learn from, in rising order. */
    public int[] train() {
        return train.clone();
    }

    /** Row numbers to score, in rising order. */
    public int[] test() {
        return test.clone();
    }
}
