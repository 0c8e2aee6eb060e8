package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.GlassBoxSettings;
import org.yinhang.core.glassbox.Loss;
import org.yinhang.core.table.CategoryColumn;
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
     * The learners to try.
     *
     * @throws FaultException LRN-1002 when boosted trees are asked for where they cannot run
     */
    static List<Candidate> of(Table table, boolean[] outcomes, TrainingSettings settings) {
        Candidates candidates = new Candidates(table, outcomes, settings);
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
                }
                if (!settings.inTime()) {
                    all.add(candidates.glassBox());
                }
                all.add(candidates.logistic());
                yield all;
            }
        };
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
        BoostingSettings boosting = BoostingSettings.forRows(table.size(), settings.seed(), settings.threads());
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
        GlassBoxSettings glass =
                GlassBoxSettings.forRows(table.size(), Loss.LOGISTIC, settings.seed(), settings.threads());
        if (settings.inTime()) {
            // Rows in time are learned from once a block; fewer bags keep that quick.
            glass = glass.withBags(BAGS_IN_TIME);
        }
        GlassBoxSettings of = glass;
        return lookingUp(MOST_BINS, binned -> new GlassBoxLearner(binned, of));
    }

    private Candidate scorecard() {
        return lookingUp(MOST_FINE_BINS, ScorecardLearner::new);
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
