package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.glassbox.GlassBoxSettings;
import org.yinhang.core.glassbox.Loss;
import org.yinhang.core.scorecard.merging.Trend;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/** Prepares the learners of a model kind for one training table: what each reads and how much each row counts. */
final class Candidates {

    private static final int MOST_INDICATORS = 24;
    private static final int MOST_BINS = 64;
    private static final int BAGS_IN_TIME = 4;

    /** As many fine intervals or words a column as a scorecard merges. */
    private static final int MOST_FINE_BINS = 64;

    /** Rows in time count half after this share of the training rows has passed. */
    private static final double FADING_SHARE = 0.25;

    private final Table table;
    private final boolean[] outcomes;
    private final TrainingSettings settings;

    private Candidates(Table table, boolean[] outcomes, TrainingSettings settings) {
        this.table = table;
        this.outcomes = outcomes;
        this.settings = settings;
    }

    /**
     * The learners to try; a logistic curve cannot be bound to one direction, so it is not among them where a column is.
     *
     * @throws FaultException LRN-1002 when boosted trees are asked for where they cannot run, LRN-1015 when a column that is
     *     bound is no number learned from, LRN-1016 when one is bound for a logistic model
     */
    static List<Candidate> of(Table table, boolean[] outcomes, TrainingSettings settings) {
        Candidates candidates = new Candidates(table, outcomes, settings);
        candidates.checkMonotone();
        return switch (settings.kind()) {
            case BOOSTED -> {
                if (!BoostedLearner.isAvailable()) {
                    throw new FaultException(BoostedLearner.unavailable());
                }
                yield candidates.boosted();
            }
            case GLASSBOX -> List.of(candidates.glassBox());
            case LOGISTIC -> List.of(candidates.logistic());
            case SCORECARD -> List.of(candidates.scorecard());
            case AUTO -> {
                List<Candidate> all = new ArrayList<>();
                if (BoostedLearner.isAvailable()) {
                    all.addAll(candidates.boosted());
                    if (!settings.inTime() && table.size() < ForestLearner.MOST_ROWS) {
                        all.add(candidates.forest(all.getFirst()));
                    }
                }
                if (!settings.inTime()) {
                    all.add(candidates.glassBox());
                }
                if (settings.monotone().isEmpty()) {
                    all.add(candidates.logistic());
                }
                yield all;
            }
        };
    }

    private void checkMonotone() {
        List<Fault> faults = new ArrayList<>();
        for (String column : settings.monotone().keySet()) {
            if (!(table.find(column).orElse(null) instanceof NumericColumn)) {
                faults.add(Fault.of(
                        "LRN-1015",
                        "'%s' is bound to one direction, but is no column of numbers learned from.".formatted(column),
                        column,
                        Suggestion.advise(
                                column,
                                table.columns().stream()
                                        .filter(NumericColumn.class::isInstance)
                                        .map(Column::name)
                                        .toList())));
            }
        }
        if (settings.kind() == ModelKind.LOGISTIC && !settings.monotone().isEmpty()) {
            faults.add(Fault.of(
                    "LRN-1016",
                    "A logistic model cannot be bound to one direction of a column.",
                    String.join(", ", settings.monotone().keySet()),
                    "Choose a glass box, a scorecard or boosted trees."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    /** The same directions as −1 and 1. */
    private Map<String, Integer> signs() {
        Map<String, Integer> signs = new TreeMap<>();
        settings.monotone().forEach((column, direction) -> signs.put(column, direction.sign()));
        return signs;
    }

    /** Trees over the columns; for rows in time also trees that fade with age and know how recent rows fared. */
    private List<Candidate> boosted() {
        TrainingParts parts = new TrainingParts(table);
        for (int source = 0; source < table.columns().size(); source++) {
            addForTrees(parts, source);
        }
        int plainWidth = parts.width();
        boolean knowsRecentOutcomes = settings.inTime() && OutcomeHistory.isUseful(table.size(), settings.lag());
        if (knowsRecentOutcomes) {
            OutcomeHistory history = new OutcomeHistory(table, outcomes, settings.lag());
            parts.add(history.atEnd(), history.training());
        }
        FeatureMatrix matrix = parts.matrix();
        Encoding encoding = parts.encoding();
        BoostingSettings boosting = boosting();
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate(
                new BoostedLearner("boosted", plainWidth, boosting), encoding, new Sample(matrix, outcomes, even())));
        if (settings.inTime()) {
            candidates.add(new Candidate(
                    new BoostedLearner(
                            knowsRecentOutcomes ? "boosted, faded, recent outcomes" : "boosted, faded",
                            matrix.width(),
                            boosting),
                    encoding,
                    new Sample(matrix, outcomes, faded())));
        }
        return candidates;
    }

    /** A forest over what boosted trees read. */
    private Candidate forest(Candidate boosted) {
        return new Candidate(
                new ForestLearner(boosted.encoding().features().size(), boosting()),
                boosted.encoding(),
                boosted.sample());
    }

    private BoostingSettings boosting() {
        return BoostingSettings.forRows(table.size(), settings.seed(), settings.threads())
                .withMonotone(signs());
    }

    private void addForTrees(TrainingParts parts, int source) {
        switch (table.columns().get(source)) {
            case NumericColumn numbers -> parts.add(new NumberPart(numbers.name(), source));
            case CategoryColumn words -> {
                parts.add(
                        settings.inTime()
                                ? CodePart.fit(words, source)
                                : IndicatorPart.fit(words, source, MOST_INDICATORS));
                addRates(parts, words, source);
            }
        }
    }

    /** Words too many for an indicator each are told apart by their success rates; rows in time have recent rates instead. */
    private void addRates(TrainingParts parts, CategoryColumn words, int source) {
        if (words.labels().size() > MOST_INDICATORS && !settings.inTime()) {
            parts.add(
                    TargetRates.fit(words, source, outcomes),
                    TargetRates.training(words, outcomes, settings.seed() + source));
        }
    }

    private Candidate glassBox() {
        GlassBoxSettings glass = GlassBoxSettings.forRows(
                        table.size(), Loss.LOGISTIC, settings.seed(), settings.threads())
                .withMonotone(signs());
        if (settings.inTime()) {
            // Rows in time are learned from once a block; fewer bags keep that quick.
            glass = glass.withBags(BAGS_IN_TIME);
        }
        GlassBoxSettings of = glass;
        return lookingUp(MOST_BINS, binned -> new GlassBoxLearner(binned, of));
    }

    private Candidate scorecard() {
        Map<String, Trend> trends = new TreeMap<>();
        settings.monotone()
                .forEach((column, direction) -> trends.put(
                        column, direction == TrainingSettings.Direction.RISES ? Trend.ASCENDING : Trend.DESCENDING));
        return lookingUp(MOST_FINE_BINS, binned -> new ScorecardLearner(binned, trends));
    }

    /** A learner of values by bin. Bins depend on the columns alone, so all inner folds may share them. */
    private Candidate lookingUp(int mostBins, Function<BinnedTable, Learner> learner) {
        BinnedTable binned = BinnedTable.fit(table, mostBins);
        TrainingParts parts = new TrainingParts(table);
        for (int source = 0; source < binned.bins().size(); source++) {
            parts.add(new BinPart(binned.bins().get(source), source));
        }
        return new Candidate(
                learner.apply(binned),
                parts.encoding(),
                new Sample(parts.matrix(), outcomes, settings.inTime() ? faded() : even()));
    }

    private Candidate logistic() {
        TrainingParts parts = new TrainingParts(table);
        for (int source = 0; source < table.columns().size(); source++) {
            switch (table.columns().get(source)) {
                case NumericColumn numbers -> parts.add(SplinePart.fit(numbers, source));
                case CategoryColumn words -> {
                    parts.add(IndicatorPart.fit(words, source, MOST_INDICATORS));
                    addRates(parts, words, source);
                }
            }
        }
        return new Candidate(
                new LogisticLearner(),
                parts.encoding(),
                new Sample(parts.matrix(), outcomes, settings.inTime() ? faded() : even()));
    }

    private double[] even() {
        double[] weights = new double[table.size()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Weights that halve every {@value #FADING_SHARE} of the rows, counted back from the newest. */
    private double[] faded() {
        double halfLife = FADING_SHARE * table.size();
        double[] weights = new double[table.size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = Math.pow(0.5, (weights.length - 1 - row) / halfLife);
        }
        return weights;
    }
}
