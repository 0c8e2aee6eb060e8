package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.yinhang.core.archive.Archive;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.foreign.ForeignFaults;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.Table;

/**
 * Boosted trees in XGBoost's JSON, read by XGBoost itself and then checked, so that whatever is walked is a tree. Trees of one
 * yes-or-no outcome only; a feature is a column of numbers by its name, or {@code column=word} for whether a column has a word.
 */
final class BoosterFile {

    /** The key of the attribute in which our own documents say how rows are encoded. */
    static final String ORIGIN = "yinhang_origin";

    private static final Set<String> OBJECTIVES = Set.of("binary:logistic", "reg:logistic", "binary:logitraw");

    /**
     * How trees were used where they were made, so that they come back as they left.
     *
     * @param columns what the encoding reads, in the order features are credited to
     * @param prior the log odds every row starts from, which the document rounds
     * @param calibration of the model, where these trees were all of it
     */
    record Origin(Encoding encoding, List<String> columns, float prior, Optional<Calibration> calibration) {}

    private final String name;
    private final List<String> features;
    private final List<BoosterTree> trees;
    private final float prior;
    private final Optional<Origin> origin;

    private BoosterFile(String name, Map<?, ?> document) {
        this.name = name;
        Map<?, ?> learner = map(document, "learner");
        Map<?, ?> booster = map(learner, "gradient_booster");
        String objective = text(map(learner, "objective"), "name");
        if (!OBJECTIVES.contains(objective) || !text(booster, "name").equals("gbtree")) {
            throw fault("It is a '%s' of objective '%s' (expected: gbtree, one of %s)."
                    .formatted(text(booster, "name"), objective, OBJECTIVES));
        }
        this.features =
                list(learner, "feature_names").stream().map(Object::toString).toList();
        if (features.isEmpty()) {
            throw fault("It does not name its features.");
        }
        this.trees = list(map(booster, "model"), "trees").stream()
                .map(tree -> checked(tree))
                .toList();
        this.origin = Optional.ofNullable(map(learner, "attributes").get(ORIGIN))
                .map(kept -> Archive.read(Base64.getDecoder().decode(kept.toString()), Origin.class, name));
        if (origin.isPresent() && !fits(origin.get())) {
            throw fault("What it says of its rows does not fit its features.");
        }
        this.prior = origin.map(Origin::prior)
                .orElseGet(() -> prior(text(map(learner, "learner_model_param"), "base_score"), objective));
    }

    /**
     * Reads a document.
     *
     * @throws FaultException FOR-1001 when it is none or holds what is not supported, LRN-1002 where XGBoost cannot run
     */
    static BoosterFile read(byte[] json, String name) {
        if (!BoostedLearner.isAvailable()) {
            throw new FaultException(BoostedLearner.unavailable());
        }
        if (json.length == 0 || json[0] != '{') {
            throw ForeignFaults.unreadable("It does not begin as JSON does.", name);
        }
        try {
            Booster booster = XGBoost.loadModel(json);
            try {
                return new BoosterFile(name, UniversalBinaryJson.read(booster.toByteArray("ubj")));
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError | java.io.IOException e) {
            throw ForeignFaults.unreadable("XGBoost cannot read it: %s.".formatted(firstLine(e)), name);
        } catch (ClassCastException | IllegalArgumentException | IllegalStateException e) {
            throw ForeignFaults.unreadable("It holds something else than expected: %s.".formatted(firstLine(e)), name);
        }
    }

    private boolean fits(Origin one) {
        List<Feature> encoded = one.encoding.features();
        return encoded.stream().map(Feature::name).toList().equals(features)
                && encoded.stream().allMatch(feature -> feature.source() >= 0 && feature.source() < one.columns.size());
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** A tree whose nodes lead down and ask for features there are. */
    private BoosterTree checked(Object document) {
        BoosterTree tree = new BoosterTree((Map<?, ?>) document);
        double[] kinds = (double[]) Optional.<Object>ofNullable(((Map<?, ?>) document).get("split_type"))
                .filter(double[].class::isInstance)
                .orElse(new double[0]);
        boolean isTree = IntStream.range(0, tree.size())
                .allMatch(node -> tree.isLeaf(node)
                        || (tree.left(node) > node
                                && tree.right(node) > node
                                && tree.left(node) < tree.size()
                                && tree.right(node) < tree.size()
                                && tree.feature(node) >= 0
                                && tree.feature(node) < features.size()));
        if (!isTree || tree.size() == 0 || IntStream.range(0, kinds.length).anyMatch(node -> kinds[node] != 0)) {
            throw fault("One of its trees leads nowhere, or splits categories.");
        }
        return tree;
    }

    /** Old documents give the number, new ones a list of one. */
    private static float prior(String baseScore, String objective) {
        double base = Double.parseDouble(baseScore.replaceAll("[\\[\\]]", ""));
        return (float) (objective.equals("binary:logitraw") ? base : Math.log(base / (1 - base)));
    }

    /** Where our own document says so, the calibration the trees had. */
    Optional<Calibration> calibration() {
        return origin.flatMap(Origin::calibration);
    }

    /** The trees over the columns of a table like these. */
    ResponseModel.Part part(Table like) {
        if (origin.isPresent()) {
            ForeignFaults.requireFields(fields(like), like, name);
            Encoding encoding = origin.get().encoding;
            return new ResponseModel.Part(encoding, ensemble(encoding), 1);
        }
        List<String> columns = columns(like);
        ForeignFaults.requireFields(columns, like, name);
        List<Encoding.Part> parts = new ArrayList<>();
        for (String feature : features) {
            String column = column(feature, like);
            int source = columns.indexOf(column);
            if (feature.equals(column)) {
                ModelFile.requireNumbers(column, like, name);
                parts.add(new NumberPart(column, source));
            } else {
                parts.add(new IndicatorPart(column, source, List.of(feature.substring(column.length() + 1))));
            }
        }
        Encoding encoding = new Encoding(parts);
        return new ResponseModel.Part(encoding, ensemble(encoding), 1);
    }

    private TreeEnsemble ensemble(Encoding encoding) {
        return new TreeEnsemble(
                prior,
                trees,
                encoding.features().stream().mapToInt(Feature::source).toArray());
    }

    /** The columns it reads. */
    List<String> fields(Table like) {
        return columns(like).stream()
                .filter(column -> !column.equals(ResponseModel.RECENT_OUTCOMES))
                .toList();
    }

    /** What features are credited to. */
    List<String> columns(Table like) {
        return origin.map(Origin::columns).orElseGet(() -> features.stream()
                .map(feature -> column(feature, like))
                .distinct()
                .toList());
    }

    /** The column of a feature: itself, or what stands before {@code =word} where that is a column of words. */
    private static String column(String feature, Table like) {
        int at = feature.lastIndexOf('=');
        if (like.find(feature).isPresent() || at < 1) {
            return feature;
        }
        String before = feature.substring(0, at);
        Optional<Column> column = like.find(before);
        return column.filter(CategoryColumn.class::isInstance).isPresent() ? before : feature;
    }

    private Map<?, ?> map(Map<?, ?> of, String key) {
        return of.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private List<?> list(Map<?, ?> of, String key) {
        return of.get(key) instanceof List<?> list ? list : List.of();
    }

    private String text(Map<?, ?> of, String key) {
        Object value = of.get(key);
        if (value == null) {
            throw fault("It lacks '%s'.".formatted(key));
        }
        return value.toString();
    }

    private FaultException fault(String what) {
        return ForeignFaults.unreadable(what, name);
    }
}
