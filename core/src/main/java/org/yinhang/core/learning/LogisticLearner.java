package org.yinhang.core.learning;

import java.util.stream.IntStream;

/**
 * Logistic regression with a ridge penalty on scaled coefficients (le Cessie and van Houwelingen 1992, doi
 * 10.2307/2347628), solved by Newton steps. The intercept is free.
 */
final class LogisticLearner implements Learner {

    /** Penalties as shares of the rows learned from, so that they weigh the same whatever the size of the sample. */
    private static final double[] RIDGES = {0.15, 0.05, 0.015, 0.005, 0.0015, 0.0005, 0.00015};

    /** A firm penalty: what it costs where the world stands still it saves where the world moves. */
    private static final int USUAL = 1;

    /** More rows add time but no information to a few hundred coefficients; the newest rows are kept. */
    private static final int MOST_ROWS = 200_000;

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public int complexities() {
        return RIDGES.length;
    }

    @Override
    public int usualComplexity() {
        return USUAL;
    }

    @Override
    public String describe(int complexity) {
        return "ridge " + RIDGES[complexity];
    }

    @Override
    public double[][] path(Sample sample, int[] learn, int[] check) {
        RidgeSolver solver = solver(sample, learn);
        double[][] path = new double[RIDGES.length][];
        for (int complexity = 0; complexity < RIDGES.length; complexity++) {
            LogisticModel model = solver.solve(RIDGES[complexity] * learn.length);
            path[complexity] = sample.matrix().logOdds(model, check);
        }
        return path;
    }

    @Override
    public AdditiveModel fit(Sample sample, int[] rows, int complexity) {
        return solver(sample, rows).solve(RIDGES[complexity] * rows.length);
    }

    private static RidgeSolver solver(Sample sample, int[] rows) {
        int[] kept = rows.length <= MOST_ROWS
                ? rows
                : IntStream.range(rows.length - MOST_ROWS, rows.length)
                        .map(i -> rows[i])
                        .toArray();
        return new RidgeSolver(sample, kept);
    }
}
