package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.learning.ResponseTrainer;
import org.yinhang.core.learning.ValueModel;
import org.yinhang.core.learning.ValueTrainer;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/** Fits meta-learners to one trial. Models of the outcome are fitted once and shared by the learners that need them. */
final class MetaLearners {

    private static final Target OUTCOME = new Target("outcome", "success");
    private static final Target TREATED = new Target("treated", "yes");

    /** Folds of the doubly robust learner's cross-fitting. */
    private static final int FOLDS = 3;

    private final Trial trial;
    private final UpliftSettings settings;
    private final ModelKind base;
    private final ModelKind regression;
    private final List<ResponseModel> ofTreated = new ArrayList<>();
    private final List<ResponseModel> ofControl = new ArrayList<>();

    /**
     * Learners over given families.
     *
     * @param base of the models of the outcome
     * @param regression of the regressions on effects
     */
    MetaLearners(Trial trial, UpliftSettings settings, ModelKind base, ModelKind regression) {
        this.trial = trial;
        this.settings = settings;
        this.base = base;
        this.regression = regression;
    }

    /** Fits one learner; AUTO is for {@link UpliftChoice}. */
    EffectPart fit(UpliftKind kind) {
        return switch (kind) {
            case S -> flagged();
            case T -> new EffectPart.Gap(model(true), model(false), EffectPart.Reading.ONE_ARM);
            case X -> crossed();
            case DR -> doublyRobust();
            case CLASS -> transformed();
            case AUTO -> throw new IllegalArgumentException("kind: auto (expected: one learner)");
        };
    }

    private ResponseModel model(boolean treated) {
        List<ResponseModel> kept = treated ? ofTreated : ofControl;
        if (kept.isEmpty()) {
            kept.add(response(trial.select(trial.rowsWhere(row -> trial.treated(row) == treated))));
        }
        return kept.getFirst();
    }

    private ResponseModel response(Trial rows) {
        return ResponseTrainer.train(rows.features(), rows.outcomes(), OUTCOME, settings.training(base));
    }

    private EffectPart flagged() {
        EffectPart.Reading reading = base == ModelKind.BOOSTED ? EffectPart.Reading.FLAG : EffectPart.Reading.TWICE;
        Table features = reading.of(trial.features(), trial.treated());
        ResponseModel model = ResponseTrainer.train(features, trial.outcomes(), OUTCOME, settings.training(base));
        return new EffectPart.Gap(model, model, reading);
    }

    /**
     * Imputed effects of each arm, each seen through the other arm's model, which did not learn from them. Both regressions
     * weigh by the share treated, which is the propensity where treatment was by lot.
     */
    private EffectPart crossed() {
        ValueModel fromTreated = imputed(true);
        ValueModel fromControl = imputed(false);
        return new EffectPart.Weighed(fromTreated, fromControl, 1 - trial.treatedShare());
    }

    private ValueModel imputed(boolean treated) {
        Trial arm = trial.select(trial.rowsWhere(row -> trial.treated(row) == treated));
        double[] expected = model(!treated).probabilities(arm.features());
        double[] effects = new double[arm.size()];
        for (int row = 0; row < effects.length; row++) {
            double gap = (arm.outcome(row) ? 1 : 0) - expected[row];
            effects[row] = treated ? gap : -gap;
        }
        return ValueTrainer.train(arm.features(), effects, settings.training(regression));
    }

    private EffectPart doublyRobust() {
        return new EffectPart.Direct(
                ValueTrainer.train(trial.features(), pseudoOutcomes(), settings.training(regression)));
    }

    /**
     * For each row the effect expected of it, corrected by how far its own outcome was from expected, by the chance of its arm;
     * models and chances from rows of other folds. Its mean is the average effect if either the models or the chances are right.
     */
    double[] pseudoOutcomes() {
        double[] pseudo = new double[trial.size()];
        for (int[] fold : trial.folds(FOLDS, settings.seed())) {
            Trial others = trial.select(trial.outside(fold));
            MetaLearners nuisance = new MetaLearners(others, settings, base, regression);
            Table features = trial.features().select(fold);
            double[] treated = nuisance.model(true).probabilities(features);
            double[] control = nuisance.model(false).probabilities(features);
            double[] chance = nuisance.propensity(features);
            for (int i = 0; i < fold.length; i++) {
                boolean isTreated = trial.treated(fold[i]);
                double expected = isTreated ? treated[i] : control[i];
                double gap = (trial.outcome(fold[i]) ? 1 : 0) - expected;
                pseudo[fold[i]] = treated[i] - control[i] + (isTreated ? gap / chance[i] : -gap / (1 - chance[i]));
            }
        }
        return pseudo;
    }

    /** The chance of each row to be treated, by what this trial shows. */
    private double[] propensity(Table features) {
        return switch (settings.propensity()) {
            case BY_LOT -> {
                double[] share = new double[features.size()];
                Arrays.fill(share, trial.treatedShare());
                yield share;
            }
            case LEARNED -> {
                ResponseModel model = ResponseTrainer.train(
                        trial.features(), trial.treated(), TREATED, settings.training(ModelKind.LOGISTIC));
                yield Arrays.stream(model.probabilities(features))
                        .map(chance -> Math.clamp(chance, 0.02, 0.98))
                        .toArray();
            }
        };
    }

    /** Arms of unequal size are made equal by leaving out rows of the larger by lot, as the transformation wants. */
    private EffectPart transformed() {
        int[] treated = trial.rowsWhere(trial::treated);
        int[] control = trial.rowsWhere(row -> !trial.treated(row));
        int size = Math.min(treated.length, control.length);
        Random random = new Random(settings.seed());
        int[] rows = IntStream.concat(drawn(treated, size, random), drawn(control, size, random))
                .sorted()
                .toArray();
        Trial balanced = trial.select(rows);
        boolean[] either = new boolean[rows.length];
        for (int row = 0; row < either.length; row++) {
            either[row] = balanced.treated(row) == balanced.outcome(row);
        }
        return new EffectPart.Transformed(
                ResponseTrainer.train(balanced.features(), either, OUTCOME, settings.training(base)));
    }

    private static IntStream drawn(int[] rows, int size, Random random) {
        int[] shuffled = rows.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        return Arrays.stream(shuffled, 0, size);
    }
}
