package org.yinhang.core.learning;

import java.util.List;
import java.util.Map;

/** One tree in XGBoost's model format: parallel arrays, the root at 0; a leaf's value stands where others have a cut. */
final class BoosterTree {

    private final double[] left;
    private final double[] right;
    private final double[] features;
    private final double[] conditions;
    private final double[] defaultLeft;
    private final double[] expected;

    /** Reads the trees of a model XGBoost saved as Universal Binary JSON, in the order they were boosted. */
    static List<BoosterTree> readAll(byte[] ubj) {
        Object at = UniversalBinaryJson.read(ubj);
        for (String name : List.of("learner", "gradient_booster", "model", "trees")) {
            at = field((Map<?, ?>) at, name);
        }
        return ((List<?>) at)
                .stream().map(tree -> new BoosterTree((Map<?, ?>) tree)).toList();
    }

    /** Reads a tree object of the model document. */
    BoosterTree(Map<?, ?> tree) {
        this.left = (double[]) field(tree, "left_children");
        this.right = (double[]) field(tree, "right_children");
        this.features = (double[]) field(tree, "split_indices");
        this.conditions = (double[]) field(tree, "split_conditions");
        this.defaultLeft = (double[]) field(tree, "default_left");
        this.expected = expectedValues((double[]) field(tree, "sum_hessian"));
    }

    private static Object field(Map<?, ?> tree, String name) {
        Object value = tree.get(name);
        if (value == null) {
            throw new IllegalStateException("the booster lacks " + name);
        }
        return value;
    }

    /** Children come after their parent, so one pass from the end averages leaves upwards, weighted by their cover. */
    private double[] expectedValues(double[] covers) {
        double[] values = new double[left.length];
        for (int node = left.length - 1; node >= 0; node--) {
            if (isLeaf(node)) {
                values[node] = conditions[node];
            } else {
                double leftCover = covers[left(node)];
                double rightCover = covers[right(node)];
                double cover = leftCover + rightCover;
                values[node] = cover > 0
                        ? (leftCover * values[left(node)] + rightCover * values[right(node)]) / cover
                        : (values[left(node)] + values[right(node)]) / 2;
            }
        }
        return values;
    }

    int size() {
        return left.length;
    }

    boolean isLeaf(int node) {
        return left[node] < 0;
    }

    int left(int node) {
        return (int) left[node];
    }

    int right(int node) {
        return (int) right[node];
    }

    int feature(int node) {
        return (int) features[node];
    }

    float threshold(int node) {
        return (float) conditions[node];
    }

    boolean missingGoesLeft(int node) {
        return defaultLeft[node] != 0;
    }

    /** A leaf's value, or the mean of the values below, weighted by the training rows' cover. */
    double expectedValue(int node) {
        return expected[node];
    }
}
