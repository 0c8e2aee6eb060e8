package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.GlassBoxSettings;
import org.yinhang.core.glassbox.GlassBoxTrainer;
import org.yinhang.core.glassbox.Loss;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/**
 * Learns a number under squared loss: ridge regression over broken lines, boosted trees, or the mean of both, whichever errs
 * least on rows it has not learned from. Rows stand in no order.
 */
public final class ValueTrainer {

    private static final int MOST_INDICATORS = 24;
    private static final int MOST_BINS = 64;
    private static final int MANY_ROWS = 20_000;

    private final Table features;
    private final double[] values;
    private final TrainingSettings settings;

    private ValueTrainer(Table features, double[] values, TrainingSettings settings) {
        this.features = features;
        this.values = values;
        this.settings = settings;
    }

    /** A fitted family and what it said of rows it had not learned from. */
    private record Fitted(ValueModel.Part part, String words, double[] outOfFold) {}

    /**
     * Trains a model.
     *
     * @param features the columns to learn from
     * @param values one a row, no NaN
     * @param settings kind, seed and threads; the logistic and scorecard kinds stand for ridge regression, their counterpart, the
     *     glass box for its curves
     * @throws FaultException LRN-1002 when boosted trees are asked for where they cannot run
     */
    public static ValueModel train(Table features, double[] values, TrainingSettings settings) {
        if (values.length != features.size()) {
            throw new IllegalArgumentException(
                    "values: %d (expected: one a row, %d)".formatted(values.length, features.size()));
        }
        return new ValueTrainer(features, values, settings).train();
    }

    private ValueModel train() {
        boolean trees =
                switch (settings.kind()) {
                    case BOOSTED -> {
                        if (!BoostedLearner.isAvailable()) {
                            throw new FaultException(BoostedLearner.unavailable());
                        }
                        yield true;
                    }
                    case AUTO -> BoostedLearner.isAvailable();
                    case GLASSBOX, LOGISTIC, SCORECARD -> false;
                };
        int[][] folds = folds();
        List<Fitted> families = new ArrayList<>();
        if (trees) {
            families.add(boosted(folds));
        }
        if (settings.kind() == ModelKind.GLASSBOX) {
            families.add(glassBox(folds));
        } else if (settings.kind() != ModelKind.BOOSTED) {
            families.add(linear(folds));
        }
        if (families.size() == 1) {
            return model(families, "");
        }
        double ofTrees = meanSquare(families.getFirst().outOfFold);
        double ofLines = meanSquare(families.getLast().outOfFold);
        double ofBoth = meanSquare(IntStream.range(0, values.length)
                .mapToDouble(row -> (families.getFirst().outOfFold[row] + families.getLast().outOfFold[row]) / 2)
                .toArray());
        String errors = String.format(
                Locale.ROOT,
                "Mean squared error on rows not learned from: trees %.5f, lines %.5f, both %.5f.",
                ofTrees,
                ofLines,
                ofBoth);
        if (ofBoth <= Math.min(ofTrees, ofLines)) {
            return model(families, errors);
        }
        return model(List.of(ofTrees < ofLines ? families.getFirst() : families.getLast()), errors);
    }

    private ValueModel model(List<Fitted> families, String reason) {
        double weight = 1.0 / families.size();
        List<ValueModel.Part> parts = families.stream()
                .map(family -> new ValueModel.Part(family.part.encoding(), family.part.model(), weight))
                .toList();
        String words = String.join(" + ", families.stream().map(Fitted::words).toList());
        return new ValueModel(parts, features.columnNames(), (words + ". " + reason).strip());
    }

    private Fitted boosted(int[][] folds) {
        TrainingParts parts = new TrainingParts(features);
        for (int source = 0; source < features.columns().size(); source++) {
            switch (features.columns().get(source)) {
                case NumericColumn numbers -> parts.add(new NumberPart(numbers.name(), source));
                case CategoryColumn words -> parts.add(IndicatorPart.fit(words, source, MOST_INDICATORS));
            }
        }
        BoostedRegression learner = new BoostedRegression(parts.matrix(), values, settings.seed(), settings.threads());
        double[][] path = learner.outOfFold(folds);
        int best = leastError(path);
        return new Fitted(
                new ValueModel.Part(parts.encoding(), learner.fit(best), 1),
                "boosted regression (" + BoostedRegression.describe(best) + ")",
                path[best]);
    }

    private Fitted glassBox(int[][] folds) {
        BinnedTable binned = BinnedTable.fit(features, MOST_BINS);
        TrainingParts parts = new TrainingParts(features);
        for (int source = 0; source < binned.bins().size(); source++) {
            parts.add(new BinPart(binned.bins().get(source), source));
        }
        FeatureMatrix matrix = parts.matrix();
        double[] outOfFold = new double[values.length];
        for (int[] fold : folds) {
            boolean[] isChecked = new boolean[values.length];
            Arrays.stream(fold).forEach(row -> isChecked[row] = true);
            GlassBoxModel model = glassBox(
                    binned,
                    IntStream.range(0, values.length)
                            .filter(row -> !isChecked[row])
                            .toArray());
            double[] ofFold = matrix.logOdds(model, fold);
            for (int i = 0; i < fold.length; i++) {
                outOfFold[fold[i]] = ofFold[i];
            }
        }
        int[] all = IntStream.range(0, values.length).toArray();
        return new Fitted(new ValueModel.Part(parts.encoding(), glassBox(binned, all), 1), "glass box", outOfFold);
    }

    /** Curves alone: contributions belong to columns. */
    private GlassBoxModel glassBox(BinnedTable binned, int[] rows) {
        double[] targets = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        GlassBoxSettings glass = GlassBoxSettings.forRows(
                        rows.length, Loss.SQUARED, settings.seed(), settings.threads())
                .withPairs(0);
        return new GlassBoxModel(
                GlassBoxTrainer.train(binned.select(rows), targets, weights, glass),
                binned.bins().size() + 1);
    }

    private Fitted linear(int[][] folds) {
        TrainingParts parts = new TrainingParts(features);
        for (int source = 0; source < features.columns().size(); source++) {
            switch (features.columns().get(source)) {
                case NumericColumn numbers -> parts.add(SplinePart.fit(numbers, source));
                case CategoryColumn words -> parts.add(IndicatorPart.fit(words, source, MOST_INDICATORS));
            }
        }
        RidgeRegression learner = new RidgeRegression(parts.matrix(), values);
        double[][] path = learner.outOfFold(folds);
        int best = leastError(path);
        return new Fitted(
                new ValueModel.Part(parts.encoding(), learner.fit(best), 1),
                "ridge regression (" + RidgeRegression.describe(best) + ")",
                path[best]);
    }

    private int[][] folds() {
        int count = Math.min(values.length, values.length <= MANY_ROWS ? 5 : 3);
        int[] order = IntStream.range(0, values.length).toArray();
        Random random = new Random(settings.seed());
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return IntStream.range(0, count)
                .mapToObj(fold -> IntStream.range(0, order.length)
                        .filter(i -> i % count == fold)
                        .map(i -> order[i])
                        .toArray())
                .toArray(int[][]::new);
    }

    private int leastError(double[][] path) {
        double[] errors = Arrays.stream(path).mapToDouble(this::meanSquare).toArray();
        int best = 0;
        for (int complexity = 1; complexity < errors.length; complexity++) {
            best = errors[complexity] < errors[best] ? complexity : best;
        }
        return best;
    }

    private double meanSquare(double[] predicted) {
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            double gap = values[row] - predicted[row];
            sum += gap * gap;
        }
        return sum / values.length;
    }
}
