package org.yinhang.core.learning;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How trees are boosted.
 *
 * @param mostTrees the largest ensemble tried
 * @param usualTrees the ensemble taken when there is nothing to choose by
 * @param leaves the most leaves a tree may have
 * @param leafWeight the least sum of Hessians in a leaf: about 10 rows a unit where one in ten succeeds
 * @param ridge penalty on the square of a leaf's value
 * @param learningRate the share of each tree's correction taken
 * @param seed of the sampling of rows and features
 * @param threads processors to use; changes the speed only
 */
record BoostingSettings(
        int mostTrees,
        int usualTrees,
        int leaves,
        double leafWeight,
        double ridge,
        double learningRate,
        long seed,
        int threads) {

    /** Settings for so many rows: small samples get smaller trees, large ones a firmer penalty. */
    static BoostingSettings forRows(int rows, long seed, int threads) {
        int leaves = rows < 2_500 ? 6 : rows < 10_000 ? 10 : 15;
        // Threads that wait for each other cost more than they bring on small samples.
        int useful = rows < 30_000 ? 1 : threads;
        return new BoostingSettings(400, 150, leaves, 3, rows < 2_500 ? 1 : 10, 0.05, seed, useful);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("base_score", 0.5);
        parameters.put("tree_method", "hist");
        parameters.put("grow_policy", "lossguide");
        parameters.put("max_depth", 0);
        parameters.put("max_leaves", leaves);
        parameters.put("min_child_weight", leafWeight);
        parameters.put("eta", learningRate);
        parameters.put("subsample", 0.8);
        parameters.put("colsample_bytree", 0.5);
        parameters.put("lambda", ridge);
        parameters.put("seed", seed);
        parameters.put("nthread", threads);
        parameters.put("verbosity", 0);
        return parameters;
    }
}
