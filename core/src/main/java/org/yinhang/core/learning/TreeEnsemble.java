package org.yinhang.core.learning;

import java.util.Arrays;
import org.yinhang.core.archive.Archived;

/**
 * Boosted trees walked in plain Java: the score is the float that XGBoost itself computes (same comparisons, same order of
 * float additions), and every step down a tree credits the change of the expected value to the feature that was asked
 * (Saabas 2014, "Interpreting random forests", blog.datadive.net).
 */
final class TreeEnsemble implements AdditiveModel, Archived.Archivable {

    private final float prior;
    private final int[] roots;
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] threshold;
    private final boolean[] missingGoesLeft;
    private final float[] value;
    private final double baseline;
    private final int[] sources;

    /**
     * Lays trees out.
     *
     * @param prior the log odds every row starts from
     * @param trees as XGBoost wrote them
     * @param sources the source column of each feature
     */
    TreeEnsemble(float prior, java.util.List<BoosterTree> trees, int[] sources) {
        int nodes = trees.stream().mapToInt(BoosterTree::size).sum();
        this.prior = prior;
        this.sources = sources;
        this.roots = new int[trees.size()];
        this.left = new int[nodes];
        this.right = new int[nodes];
        this.feature = new int[nodes];
        this.threshold = new float[nodes];
        this.missingGoesLeft = new boolean[nodes];
        this.value = new float[nodes];
        int next = 0;
        double sum = prior;
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = next;
            BoosterTree from = trees.get(tree);
            for (int node = 0; node < from.size(); node++) {
                boolean leaf = from.isLeaf(node);
                left[next + node] = leaf ? -1 : next + from.left(node);
                right[next + node] = leaf ? -1 : next + from.right(node);
                feature[next + node] = from.feature(node);
                threshold[next + node] = from.threshold(node);
                missingGoesLeft[next + node] = from.missingGoesLeft(node);
                value[next + node] = (float) from.expectedValue(node);
            }
            sum += value[next];
            next += from.size();
        }
        this.baseline = sum;
    }

    int trees() {
        return roots.length;
    }

    /** The log odds every row starts from. */
    float prior() {
        return prior;
    }

    /**
     * One node of a tree; nodes are numbered from 0, the root.
     *
     * @param left the node on the left, −1 at a leaf
     * @param right the node on the right, −1 at a leaf
     * @param feature what is asked
     * @param threshold smaller values go left
     * @param missingGoesLeft where missing values go
     * @param value a leaf's, or the mean of those below
     */
    record Node(int left, int right, int feature, float threshold, boolean missingGoesLeft, float value) {

        boolean isLeaf() {
            return left < 0;
        }
    }

    /** The nodes of a tree. */
    Node[] nodes(int tree) {
        int root = roots[tree];
        int end = root + 1;
        for (int node = root; node < end; node++) {
            if (left[node] >= 0) {
                end = Math.max(end, Math.max(left[node], right[node]) + 1);
            }
        }
        Node[] nodes = new Node[end - root];
        for (int node = root; node < end; node++) {
            boolean isLeaf = left[node] < 0;
            nodes[node - root] = new Node(
                    isLeaf ? -1 : left[node] - root,
                    isLeaf ? -1 : right[node] - root,
                    feature[node],
                    threshold[node],
                    missingGoesLeft[node],
                    value[node]);
        }
        return nodes;
    }

    /** The same ensemble cut after its first trees. */
    TreeEnsemble first(int trees) {
        return new TreeEnsemble(this, Arrays.copyOf(roots, trees));
    }

    private TreeEnsemble(TreeEnsemble whole, int[] roots) {
        this.prior = whole.prior;
        this.roots = roots;
        this.left = whole.left;
        this.right = whole.right;
        this.feature = whole.feature;
        this.threshold = whole.threshold;
        this.missingGoesLeft = whole.missingGoesLeft;
        this.value = whole.value;
        this.sources = whole.sources;
        this.baseline = prior
                + Arrays.stream(roots).mapToDouble(root -> whole.value[root]).sum();
    }

    @Override
    public double logOdds(float[] values, int at) {
        float sum = prior;
        for (int root : roots) {
            int node = root;
            while (left[node] >= 0) {
                node = next(node, values[at + feature[node]]);
            }
            sum += value[node];
        }
        return sum;
    }

    /** The log odds after every {@code every} trees. */
    double[] stagedLogOdds(float[] values, int at, int every) {
        double[] staged = new double[roots.length / every];
        float sum = prior;
        for (int tree = 0; tree < roots.length; tree++) {
            int node = roots[tree];
            while (left[node] >= 0) {
                node = next(node, values[at + feature[node]]);
            }
            sum += value[node];
            if ((tree + 1) % every == 0) {
                staged[tree / every] = sum;
            }
        }
        return staged;
    }

    @Override
    public double baseline() {
        return baseline;
    }

    @Override
    public void explain(float[] values, int at, double weight, double[] bySource) {
        for (int root : roots) {
            int node = root;
            while (left[node] >= 0) {
                int child = next(node, values[at + feature[node]]);
                bySource[sources[feature[node]]] += weight * (value[child] - value[node]);
                node = child;
            }
        }
    }

    private int next(int node, float asked) {
        boolean goesLeft = Float.isNaN(asked) ? missingGoesLeft[node] : asked < threshold[node];
        return goesLeft ? left[node] : right[node];
    }

    @Override
    public Archived<TreeEnsemble> archived() {
        return new Kept(prior, roots, left, right, feature, threshold, missingGoesLeft, value, baseline, sources);
    }

    private record Kept(
            float prior,
            int[] roots,
            int[] left,
            int[] right,
            int[] feature,
            float[] threshold,
            boolean[] missingGoesLeft,
            float[] value,
            double baseline,
            int[] sources)
            implements Archived<TreeEnsemble> {

        @Override
        public TreeEnsemble restore() {
            return new TreeEnsemble(this);
        }
    }

    private TreeEnsemble(Kept kept) {
        this.prior = kept.prior;
        this.roots = kept.roots;
        this.left = kept.left;
        this.right = kept.right;
        this.feature = kept.feature;
        this.threshold = kept.threshold;
        this.missingGoesLeft = kept.missingGoesLeft;
        this.value = kept.value;
        this.baseline = kept.baseline;
        this.sources = kept.sources;
    }
}
