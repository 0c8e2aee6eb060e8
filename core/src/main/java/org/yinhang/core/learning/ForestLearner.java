package org.yinhang.core.learning;

/**
 * A random forest (Breiman 2001, doi 10.1023/A:1010933404324): deep trees grown apart on rows and columns drawn by
 * chance, averaged. It errs otherwise than trees that mend each other, which is what a blend of few rows wants.
 */
final class ForestLearner implements Learner {

    /** Of more rows, boosted trees say the same alone. */
    static final int MOST_ROWS = 10_000;

    /** About how many rows a leaf has at least, by complexity. */
    private static final int[] LEAF_ROWS = {5, 2};

    private final BoostingSettings settings;
    private final int width;

    /**
     * A learner over a sample's first features.
     *
     * @param width how many of the first features it sees
     */
    ForestLearner(int width, BoostingSettings settings) {
        this.width = width;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "forest";
    }

    @Override
    public int complexities() {
        return LEAF_ROWS.length;
    }

    @Override
    public int usualComplexity() {
        return 1;
    }

    @Override
    public String describe(int complexity) {
        return "%d trees, %d rows a leaf".formatted(BoostingSettings.FOREST_TREES, LEAF_ROWS[complexity]);
    }

    @Override
    public double[][] path(Sample sample, int[] learn, int[] check) {
        double[][] path = new double[complexities()][];
        for (int complexity = 0; complexity < path.length; complexity++) {
            path[complexity] = sample.matrix().logOdds(fit(sample, learn, complexity), check);
        }
        return path;
    }

    @Override
    public AdditiveModel fit(Sample sample, int[] rows, int complexity) {
        double rate = 1 / (1 + Math.exp(-sample.priorLogOdds(rows)));
        return BoostedLearner.train(
                sample,
                rows,
                width,
                settings.forest(BoostedLearner.names(sample, width), LEAF_ROWS[complexity] * rate * (1 - rate)),
                1);
    }
}
