package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.core.archive.Archive;

/**
 * Writes boosted trees as XGBoost's own JSON (xgboost.readthedocs.io, "Introduction to Model IO"), so that XGBoost elsewhere
 * gives the same log odds to float precision. Gains, which scoring does not need, are 0.
 */
final class BoosterJson {

    /** The version of XGBoost whose format this is. */
    private static final String VERSION = "[3,1,1]";

    private final StringBuilder text = new StringBuilder();

    private BoosterJson() {}

    /** A document for each ensemble among the parts of a model; its calibration belongs to one that is all of it. */
    static List<String> all(List<ResponseModel.Part> parts, List<String> sources, Calibration calibration) {
        Optional<Calibration> own =
                parts.size() == 1 && parts.getFirst().weight() == 1 ? Optional.of(calibration) : Optional.empty();
        List<String> documents = new ArrayList<>();
        for (ResponseModel.Part part : parts) {
            if (part.model() instanceof TreeEnsemble trees) {
                documents.add(write(trees, new BoosterFile.Origin(part.encoding(), sources, trees.prior(), own)));
            }
        }
        return List.copyOf(documents);
    }

    /**
     * The trees as a document.
     *
     * @param origin how they are used here, kept in an attribute
     */
    static String write(TreeEnsemble trees, BoosterFile.Origin origin) {
        BoosterJson json = new BoosterJson();
        json.document(trees, origin.encoding().features(), Base64.getEncoder().encodeToString(Archive.write(origin)));
        return json.text.toString();
    }

    private void document(TreeEnsemble ensemble, List<Feature> features, String origin) {
        int trees = ensemble.trees();
        String names = features.stream().map(feature -> quoted(feature.name())).collect(Collectors.joining(","));
        String types = features.stream().map(feature -> "\"float\"").collect(Collectors.joining(","));
        text.append("{\"learner\":{\"attributes\":{\"")
                .append(BoosterFile.ORIGIN)
                .append("\":\"")
                .append(origin)
                .append("\"},\"feature_names\":[")
                .append(names);
        text.append("],\"feature_types\":[").append(types);
        text.append(
                "],\"gradient_booster\":{\"model\":{\"cats\":{\"enc\":[],\"feature_segments\":[],\"sorted_idx\":[]},");
        text.append("\"gbtree_model_param\":{\"num_parallel_tree\":\"1\",\"num_trees\":\"")
                .append(trees);
        text.append("\"},\"iteration_indptr\":").append(ints(trees + 1, i -> i));
        text.append(",\"tree_info\":").append(ints(trees, i -> 0));
        text.append(",\"trees\":[");
        for (int tree = 0; tree < trees; tree++) {
            text.append(tree == 0 ? "" : ",");
            tree(ensemble, tree, features.size());
        }
        text.append("]},\"name\":\"gbtree\"},\"learner_model_param\":{\"base_score\":\"");
        text.append((float) (1 / (1 + Math.exp(-ensemble.prior()))));
        text.append("\",\"boost_from_average\":\"1\",\"num_class\":\"0\",\"num_feature\":\"")
                .append(features.size());
        text.append("\",\"num_target\":\"1\"},\"objective\":{\"name\":\"binary:logistic\",");
        text.append("\"reg_loss_param\":{\"scale_pos_weight\":\"1\"}}},\"version\":")
                .append(VERSION)
                .append("}\n");
    }

    private void tree(TreeEnsemble ensemble, int tree, int features) {
        TreeEnsemble.Node[] nodes = ensemble.nodes(tree);
        int[] parents = new int[nodes.length];
        Arrays.fill(parents, Integer.MAX_VALUE);
        for (int node = 0; node < nodes.length; node++) {
            if (!nodes[node].isLeaf()) {
                parents[nodes[node].left()] = node;
                parents[nodes[node].right()] = node;
            }
        }
        text.append("{\"base_weights\":").append(numbers(nodes, TreeEnsemble.Node::value));
        text.append(",\"categories\":[],\"categories_nodes\":[],\"categories_segments\":[],\"categories_sizes\":[]");
        text.append(",\"default_left\":").append(ints(nodes.length, i -> nodes[i].missingGoesLeft() ? 1 : 0));
        text.append(",\"id\":").append(tree);
        text.append(",\"left_children\":").append(ints(nodes.length, i -> nodes[i].left()));
        text.append(",\"loss_changes\":").append(numbers(nodes, node -> 0f));
        text.append(",\"parents\":").append(ints(nodes.length, i -> parents[i]));
        text.append(",\"right_children\":").append(ints(nodes.length, i -> nodes[i].right()));
        text.append(",\"split_conditions\":")
                .append(numbers(nodes, node -> node.isLeaf() ? node.value() : node.threshold()));
        text.append(",\"split_indices\":").append(ints(nodes.length, i -> nodes[i].isLeaf() ? 0 : nodes[i].feature()));
        text.append(",\"split_type\":").append(ints(nodes.length, i -> 0));
        text.append(",\"sum_hessian\":").append(floats(covers(nodes)));
        text.append(",\"tree_param\":{\"num_deleted\":\"0\",\"num_feature\":\"").append(features);
        text.append("\",\"num_nodes\":\"").append(nodes.length).append("\",\"size_leaf_vector\":\"1\"}}");
    }

    /** Covers under which each node's value is the mean of its children's, the root's being 1. */
    private static float[] covers(TreeEnsemble.Node[] nodes) {
        float[] covers = new float[nodes.length];
        covers[0] = 1;
        for (int node = 0; node < nodes.length; node++) {
            TreeEnsemble.Node at = nodes[node];
            if (!at.isLeaf()) {
                double left = nodes[at.left()].value();
                double right = nodes[at.right()].value();
                double share = left == right ? 0.5 : Math.clamp((at.value() - right) / (left - right), 0, 1);
                covers[at.left()] = (float) (covers[node] * share);
                covers[at.right()] = (float) (covers[node] * (1 - share));
            }
        }
        return covers;
    }

    private static String floats(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Float.toString(values[i]))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String ints(int count, IntUnaryOperator value) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(value.applyAsInt(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String numbers(TreeEnsemble.Node[] nodes, Function<TreeEnsemble.Node, Float> value) {
        return Arrays.stream(nodes)
                .map(node -> Float.toString(value.apply(node)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                quoted.append(letter == '"' || letter == '\\' ? "\\" : "").append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
