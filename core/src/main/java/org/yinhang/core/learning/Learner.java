package org.yinhang.core.learning;

/**
 * A way to learn from a sample, at one of several complexities that go from the plainest to the most detailed. Learners
 * are given the rows to learn from; outcomes of other rows never reach them.
 */
interface Learner {

    String name();

    /** How many complexities there are to choose from. */
    int complexities();

    /** The complexity that is right for most data, taken when there is nothing to choose by. */
    int usualComplexity();

    /** A complexity in words, such as {@code 150 trees}. */
    String describe(int complexity);

    /**
     * Learns from some rows at every complexity and scores others.
     *
     * @return log odds by complexity and position in {@code check}
     */
    double[][] path(Sample sample, int[] learn, int[] check);

    /** Learns from some rows at one complexity. */
    AdditiveModel fit(Sample sample, int[] rows, int complexity);
}
