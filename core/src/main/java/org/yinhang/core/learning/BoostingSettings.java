package org.yinhang.core.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
 * @param monotone by column of numbers: 1 where the score may only rise, −1 where it may only fall
 */
record BoostingSettings(
        int mostTrees,
        int usualTrees,
        int leaves,
        double leafWeight,
        double ridge,
        double learningRate,
        long seed,
        int threads,
        Map<String, Integer> monotone) {

    /** Trees of a forest. */
    static final int FOREST_TREES = 300;

    /** Settings for so many rows: small samples get smaller trees, large ones a firmer penalty. */
    static BoostingSettings forRows(int rows, long seed, int threads) {
        int leaves = rows < 2_500 ? 6 : rows < 10_000 ? 10 : 15;
        // Threads that wait for each other cost more than they bring on small samples.
        int useful = rows < 30_000 ? 1 : threads;
        return new BoostingSettings(400, 150, leaves, 3, rows < 2_500 ? 1 : 10, 0.05, seed, useful, Map.of());
    }

    BoostingSettings withMonotone(Map<String, Integer> other) {
        return new BoostingSettings(
                mostTrees, usualTrees, leaves, leafWeight, ridge, learningRate, seed, threads, other);
    }

    /** What XGBoost is told, for these features in this order. */
    Map<String, Object> parameters(List<String> features) {
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
        if (!monotone.isEmpty()) {
            parameters.put(
                    "monotone_constraints",
                    features.stream()
                            .map(feature -> Integer.toString(monotone.getOrDefault(feature, 0)))
                            .collect(Collectors.joining(",", "(", ")")));
        }
        return parameters;
    }

    /**
     * What XGBoost is told for a forest: one round of trees that know nothing of each other, whose leaves are averaged.
     *
     * @param leastHessian the least sum of Hessians in a leaf
     */
    Map<String, Object> forest(List<String> features, double leastHessian) {
        Map<String, Object> parameters = new LinkedHashMap<>(parameters(features));
        parameters.put("num_parallel_tree", FOREST_TREES);
        parameters.put("max_leaves", 0);
        parameters.put("min_child_weight", leastHessian);
        parameters.put("eta", 1);
        parameters.put("subsample", 0.632);
        parameters.put("colsample_bytree", 1);
        parameters.put("colsample_bynode", 0.2);
        parameters.put("lambda", 0.1);
        return parameters;
    }
}
