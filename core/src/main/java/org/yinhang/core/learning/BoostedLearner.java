package org.yinhang.core.learning;

import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** Gradient-boosted trees (Chen and Guestrin 2016, doi 10.1145/2939672.2939785), trained by XGBoost, walked by us. */
final class BoostedLearner implements Learner {

    private static final int TREES_A_STEP = 25;

    private final String name;
    private final int width;
    private final BoostingSettings settings;

    /**
     * A learner over a sample's first features.
     *
     * @param width how many of the first features it sees
     */
    BoostedLearner(String name, int width, BoostingSettings settings) {
        this.name = name;
        this.width = width;
        this.settings = settings;
    }

    /** Whether XGBoost's native code can run here. */
    static boolean isAvailable() {
        return NativeLibrary.isLoaded();
    }

    /** What to tell a person who asks for boosted trees where they cannot run. */
    static Fault unavailable() {
        return Fault.of(
                "LRN-1002",
                "XGBoost cannot run here: its native library does not load.",
                "boosted",
                "Install its OpenMP runtime with: apt-get install libgomp1");
    }

    /** Loads the native code once, on first use. */
    private static final class NativeLibrary {

        private static final boolean LOADED = load();

        private NativeLibrary() {}

        static boolean isLoaded() {
            return LOADED;
        }

        private static boolean load() {
            try {
                new DMatrix(new float[] {0f}, 1, 1, Float.NaN).dispose();
                return true;
            } catch (XGBoostError | LinkageError e) {
                return false;
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int complexities() {
        return settings.mostTrees() / TREES_A_STEP;
    }

    @Override
    public int usualComplexity() {
        return settings.usualTrees() / TREES_A_STEP - 1;
    }

    @Override
    public String describe(int complexity) {
        return trees(complexity) + " trees";
    }

    private static int trees(int complexity) {
        return (complexity + 1) * TREES_A_STEP;
    }

    @Override
    public double[][] path(Sample sample, int[] learn, int[] check) {
        TreeEnsemble ensemble =
                train(sample, learn, width, settings.parameters(names(sample, width)), trees(complexities() - 1));
        FeatureMatrix matrix = sample.matrix();
        double[][] path = new double[complexities()][check.length];
        float[] encoded = new float[matrix.width()];
        for (int i = 0; i < check.length; i++) {
            matrix.read(check[i], encoded);
            double[] staged = ensemble.stagedLogOdds(encoded, 0, TREES_A_STEP);
            for (int complexity = 0; complexity < staged.length; complexity++) {
                path[complexity][i] = staged[complexity];
            }
        }
        return path;
    }

    @Override
    public AdditiveModel fit(Sample sample, int[] rows, int complexity) {
        return train(sample, rows, width, settings.parameters(names(sample, width)), trees(complexity));
    }

    /** Trains trees as XGBoost is told to, so many rounds of them. */
    static TreeEnsemble train(Sample sample, int[] given, int width, Map<String, Object> parameters, int rounds) {
        if (!isAvailable()) {
            throw new FaultException(unavailable());
        }
        int[] rows = FeatureMatrix.packable(given, width);
        float prior = (float) sample.priorLogOdds(rows);
        try {
            DMatrix matrix = matrix(sample, rows, width, prior);
            try {
                Booster booster = XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
                try {
                    return ensemble(
                            booster.toByteArray("ubj"), prior, sample.matrix().features());
                } finally {
                    booster.dispose();
                }
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not train " + rounds + " rounds", e);
        }
    }

    /** The names of the first features. */
    static List<String> names(Sample sample, int width) {
        return sample.matrix().features().stream()
                .limit(width)
                .map(Feature::name)
                .toList();
    }

    /** Starts every row from the prior, so that the trees alone make up the rest of the score. */
    private static DMatrix matrix(Sample sample, int[] rows, int width, float prior) throws XGBoostError {
        float[] labels = new float[rows.length];
        float[] weights = new float[rows.length];
        float[] margins = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = sample.outcome(rows[i]) ? 1f : 0f;
            weights[i] = (float) sample.weight(rows[i]);
            margins[i] = prior;
        }
        DMatrix matrix = new DMatrix(sample.matrix().pack(rows, width), rows.length, width, Float.NaN);
        matrix.setLabel(labels);
        matrix.setWeight(weights);
        matrix.setBaseMargin(margins);
        return matrix;
    }

    private static TreeEnsemble ensemble(byte[] ubj, float prior, List<Feature> features) {
        return new TreeEnsemble(
                prior,
                BoosterTree.readAll(ubj),
                features.stream().mapToInt(Feature::source).toArray());
    }
}
