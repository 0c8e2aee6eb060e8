package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees under squared loss (Friedman 2001, doi 10.1214/aos/1013203451), for values that are mostly noise: small trees, leaves of
 * many rows, slow steps.
 */
final class BoostedRegression {

    private static final int TREES_A_STEP = 20;
    private static final int STEPS = 8;

    /** No leaf is smaller than this share of the rows: a mean over fewer says nothing where noise is twenty times the signal. */
    private static final double LEAF_SHARE = 0.01;

    private static final int LEAST_LEAF = 20;

    private final FeatureMatrix matrix;
    private final double[] values;
    private final long seed;
    private final int threads;

    BoostedRegression(FeatureMatrix matrix, double[] values, long seed, int threads) {
        this.matrix = matrix;
        this.values = values;
        this.seed = seed;
        this.threads = threads;
    }

    static int complexities() {
        return STEPS;
    }

    static String describe(int complexity) {
        return (complexity + 1) * TREES_A_STEP + " trees";
    }

    /** Predicts every row by trees that did not learn from its fold, by complexity and row. */
    double[][] outOfFold(int[][] folds) {
        double[][] predicted = new double[STEPS][values.length];
        boolean[] left = new boolean[values.length];
        for (int[] fold : folds) {
            Arrays.fill(left, false);
            for (int row : fold) {
                left[row] = true;
            }
            int[] learn =
                    IntStream.range(0, values.length).filter(row -> !left[row]).toArray();
            TreeEnsemble trees = train(learn, STEPS * TREES_A_STEP);
            float[] encoded = new float[matrix.width()];
            for (int row : fold) {
                matrix.read(row, encoded);
                double[] staged = trees.stagedLogOdds(encoded, 0, TREES_A_STEP);
                for (int complexity = 0; complexity < STEPS; complexity++) {
                    predicted[complexity][row] = staged[complexity];
                }
            }
        }
        return predicted;
    }

    /** Learns from every row. */
    AdditiveModel fit(int complexity) {
        return train(IntStream.range(0, values.length).toArray(), (complexity + 1) * TREES_A_STEP);
    }

    private TreeEnsemble train(int[] given, int trees) {
        int[] rows = FeatureMatrix.packable(given, matrix.width());
        float[] labels = new float[rows.length];
        float[] margins = new float[rows.length];
        double sum = 0;
        for (int row : rows) {
            sum += values[row];
        }
        float mean = (float) (sum / rows.length);
        for (int i = 0; i < rows.length; i++) {
            labels[i] = (float) values[rows[i]];
            margins[i] = mean;
        }
        try {
            DMatrix packed = new DMatrix(matrix.pack(rows, matrix.width()), rows.length, matrix.width(), Float.NaN);
            try {
                packed.setLabel(labels);
                packed.setBaseMargin(margins);
                Booster booster = XGBoost.train(packed, parameters(rows.length), trees, Map.of(), null, null);
                try {
                    List<Feature> features = matrix.features();
                    return new TreeEnsemble(
                            mean,
                            BoosterTree.readAll(booster.toByteArray("ubj")),
                            features.stream().mapToInt(Feature::source).toArray());
                } finally {
                    booster.dispose();
                }
            } finally {
                packed.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not train " + trees + " trees", e);
        }
    }

    private Map<String, Object> parameters(int rows) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("base_score", 0);
        parameters.put("tree_method", "hist");
        parameters.put("grow_policy", "lossguide");
        parameters.put("max_depth", 0);
        parameters.put("max_leaves", 5);
        parameters.put("min_child_weight", Math.max(LEAST_LEAF, LEAF_SHARE * rows));
        parameters.put("eta", 0.05);
        parameters.put("subsample", 0.8);
        parameters.put("colsample_bytree", 0.7);
        parameters.put("lambda", Math.max(1, LEAF_SHARE * rows));
        parameters.put("seed", seed);
        parameters.put("nthread", rows < 30_000 ? 1 : threads);
        parameters.put("verbosity", 0);
        return parameters;
    }
}
