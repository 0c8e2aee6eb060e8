package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/** Learns from past customers who responds, chooses between learners by honest proof, and calibrates the result. */
public final class ResponseTrainer {

    private final TrainingSettings settings;
    private final Optional<Observations> observations;
    private final Progress progress;

    private ResponseTrainer(TrainingSettings settings, Optional<Observations> observations, Progress progress) {
        this.settings = settings;
        this.observations = observations;
        this.progress = progress;
    }

    /**
     * Trains a model on all rows with a stated outcome.
     *
     * @param history past rows, in the order of time where the settings say so
     * @param target what counts as success
     * @param excluded columns not to learn from, such as those known only after the contact
     * @throws FaultException when a column is not there (TAB-1004), the target has one class (TAB-1005, TAB-1006), nothing
     *     is left to learn from (LRN-1004) or boosted trees cannot run (LRN-1002)
     */
    public static ResponseModel train(
            Table history, Target target, Collection<String> excluded, TrainingSettings settings, Progress progress) {
        return train(history, target, excluded, Optional.empty(), settings, progress);
    }

    /**
     * Trains a model on all rows with a stated outcome, of customers who are seen on several days.
     *
     * @param observations of whom each row tells and as of when
     * @throws FaultException what {@link #train(Table, Target, Collection, TrainingSettings, Progress)} does
     */
    public static ResponseModel train(
            Table history,
            Target target,
            Collection<String> excluded,
            Observations observations,
            TrainingSettings settings,
            Progress progress) {
        return train(history, target, excluded, Optional.of(observations), settings, progress);
    }

    private static ResponseModel train(
            Table history,
            Target target,
            Collection<String> excluded,
            Optional<Observations> observations,
            TrainingSettings settings,
            Progress progress) {
        int[] rows = target.decidedRows(history);
        Table decided = history.select(rows);
        boolean[] outcomes = target.outcomes(decided);
        Table features = features(history, target, excluded).select(rows);
        return new ResponseTrainer(settings, observations.map(all -> all.select(rows)), progress)
                .fit(features, outcomes, target, decided.digest());
    }

    /** The columns to learn from: all but the target's and the excluded ones. */
    public static Table features(Table table, Target target, Collection<String> excluded) {
        List<Fault> unknown = excluded.stream()
                .filter(name -> table.find(name).isEmpty())
                .map(table::noSuchColumn)
                .toList();
        if (!unknown.isEmpty()) {
            throw new FaultException(unknown);
        }
        Table features = table.without(List.of(target.column())).without(excluded);
        if (features.columns().isEmpty()) {
            throw new FaultException(Fault.of(
                    "LRN-1004",
                    "No column is left to learn from.",
                    table.name(),
                    "Exclude fewer columns, or check the delimiter if the table should have more."));
        }
        return features;
    }

    /**
     * Trains on rows whose outcome stands apart from them, which is all a trainer ever sees of outcomes.
     *
     * @param outcomes one a row, both of them present
     * @param target what counts as success, for the provenance
     */
    public static ResponseModel train(Table features, boolean[] outcomes, Target target, TrainingSettings settings) {
        return new ResponseTrainer(settings, Optional.empty(), Progress.SILENT)
                .fit(features, outcomes, target, features.digest());
    }

    private ResponseModel fit(Table features, boolean[] outcomes, Target target, String dataHash) {
        progress.report("Preparing features", 0, 0);
        List<Candidate> candidates = Candidates.of(features, outcomes, settings);
        List<String> names =
                candidates.stream().map(candidate -> candidate.learner().name()).toList();
        InnerFolds folds = InnerFolds.of(outcomes, observations, settings);
        int[] complexities = candidates.stream()
                .mapToInt(candidate -> candidate.learner().usualComplexity())
                .toArray();
        Blend blend = Blend.equal(names.size(), "There are too few rows of both outcomes to choose by.");
        Calibration calibration = Calibration.none();
        LevelCorrection level = LevelCorrection.none("");
        if (folds.canChoose(outcomes)) {
            int newest = settings.inTime() ? LevelCorrection.longestWindow(folds.learn(0).length) : 0;
            List<Candidate.Validated> validated = new ArrayList<>();
            for (int i = 0; i < complexities.length; i++) {
                progress.report("Trying " + names.get(i), i, 2L * names.size());
                validated.add(
                        settings.inTime()
                                ? candidates.get(i).validateInTime(folds, newest)
                                : candidates.get(i).validate(folds));
                complexities[i] = validated.get(i).complexity();
            }
            List<double[]> logOdds =
                    validated.stream().map(Candidate.Validated::logOdds).toList();
            boolean[] checked = outcomesOf(folds.checked(), outcomes);
            if (settings.kind() != ModelKind.AUTO || names.size() == 1) {
                blend = Blend.equal(names.size(), "");
            } else if (settings.inTime()) {
                blend = Blend.chooseInTime(logOdds, checked, folds.foldOfChecked());
            } else {
                blend = Blend.choose(names, logOdds, checked);
            }
            if (settings.inTime()) {
                level = LevelCorrection.choose(blocks(folds, newest, outcomes, validated, blend));
            } else {
                calibration = Calibration.fit(blend.blended(logOdds), checked);
            }
        }
        return assemble(features, outcomes, target, dataHash, candidates, complexities, blend, calibration, level);
    }

    /** What each fold knew when its block was to be scored, and what the blend said of both. */
    private static List<LevelCorrection.Block> blocks(
            InnerFolds folds, int newest, boolean[] outcomes, List<Candidate.Validated> validated, Blend blend) {
        double[] known = blend.blended(
                validated.stream().map(Candidate.Validated::newestLearned).toList());
        double[] scored = blend.blended(
                validated.stream().map(Candidate.Validated::logOdds).toList());
        List<LevelCorrection.Block> blocks = new ArrayList<>();
        int knownAt = 0;
        int scoredAt = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] knownRows = folds.newestLearned(fold, newest);
            int[] rows = folds.check(fold);
            blocks.add(new LevelCorrection.Block(
                    Arrays.copyOfRange(known, knownAt, knownAt + knownRows.length),
                    outcomesOf(knownRows, outcomes),
                    Arrays.copyOfRange(scored, scoredAt, scoredAt + rows.length),
                    outcomesOf(rows, outcomes)));
            knownAt += knownRows.length;
            scoredAt += rows.length;
        }
        return blocks;
    }

    private ResponseModel assemble(
            Table features,
            boolean[] outcomes,
            Target target,
            String dataHash,
            List<Candidate> candidates,
            int[] complexities,
            Blend blend,
            Calibration fitted,
            LevelCorrection level) {
        List<ResponseModel.Part> parts = new ArrayList<>();
        List<String> learners = new ArrayList<>();
        int[] newest = IntStream.range(outcomes.length - level.window(), outcomes.length)
                .toArray();
        double[] newestLogOdds = new double[newest.length];
        for (int i = 0; i < complexities.length; i++) {
            double weight = blend.weight(i);
            if (weight == 0) {
                continue;
            }
            Candidate candidate = candidates.get(i);
            Learner learner = candidate.learner();
            progress.report("Training " + learner.name(), (long) complexities.length + i, 2L * complexities.length);
            AdditiveModel model = candidate.fit(complexities[i], outcomes.length);
            double[] ofNewest = candidate.logOdds(model, newest);
            for (int row = 0; row < newest.length; row++) {
                newestLogOdds[row] += weight * ofNewest[row];
            }
            parts.add(new ResponseModel.Part(candidate.encoding(), model, weight));
            learners.add(String.format(
                    Locale.ROOT, "%s (%s) %.0f%%", learner.name(), learner.describe(complexities[i]), 100 * weight));
        }
        progress.report("Trained", 2L * complexities.length, 2L * complexities.length);
        Calibration calibration = settings.inTime() ? level.learn(newestLogOdds, outcomesOf(newest, outcomes)) : fitted;
        List<String> sources = new ArrayList<>(features.columnNames());
        sources.add(ResponseModel.RECENT_OUTCOMES);
        parts.forEach(part -> sources.addAll(part.model().pairNames()));
        String calibrated = calibration.describe() + ". " + level.reason();
        Provenance provenance = new Provenance(
                dataHash,
                outcomes.length,
                count(outcomes),
                target.toString(),
                features.columnNames(),
                settings,
                Provenance.CODE_VERSION,
                learners,
                calibrated.strip());
        String choice = (String.join(" + ", learners) + ", " + calibrated + " " + blend.reason()).strip();
        return new ResponseModel(parts, calibration, sources, provenance, choice);
    }

    private static boolean[] outcomesOf(int[] rows, boolean[] outcomes) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = outcomes[rows[i]];
        }
        return chosen;
    }

    private static int count(boolean[] outcomes) {
        int positives = 0;
        for (boolean outcome : outcomes) {
            positives += outcome ? 1 : 0;
        }
        return positives;
    }
}
