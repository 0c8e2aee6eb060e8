package org.yinhang.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost as it comes, the peer of training and scoring. */
final class Trees implements AutoCloseable {

    private final Booster booster;

    private Trees(Booster booster) {
        this.booster = booster;
    }

    /** Trains so many rounds of histogram trees of its usual depth. */
    static Trees train(float[] matrix, float[] labels, int rounds, int threads) {
        try {
            DMatrix rows = new DMatrix(matrix, labels.length, ScoredTable.WIDTH, Float.NaN);
            try {
                rows.setLabel(labels);
                Map<String, Object> parameters = new LinkedHashMap<>();
                parameters.put("objective", "binary:logistic");
                parameters.put("tree_method", "hist");
                parameters.put("eta", 0.1);
                parameters.put("nthread", threads);
                parameters.put("verbosity", 0);
                return new Trees(XGBoost.train(rows, parameters, rounds, Map.of(), null, null));
            } finally {
                rows.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not train", e);
        }
    }

    /** Probabilities straight from the matrix, without a copy into its own format. */
    float[] predict(float[] matrix, int rows) {
        try {
            float[][] predicted = booster.inplace_predict(matrix, rows, ScoredTable.WIDTH, Float.NaN);
            float[] flat = new float[rows];
            for (int row = 0; row < rows; row++) {
                flat[row] = predicted[row][0];
            }
            return flat;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not score", e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
