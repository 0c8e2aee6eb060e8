package org.yinhang.model.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.FeatureDrift;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.lake.training.TrainingSet;
import org.yinhang.lake.training.TrainingSets;
import org.yinhang.model.ModelHealth;
import org.yinhang.model.ModelVersion;

/** How a champion is judged while it is in force, and when somebody is told. */
public final class ScoreWatch {

    /** Above this PSI a distribution counts as changed, by custom. */
    private static final double SHIFTED = 0.25;

    /** A champion this much below its AUC on held-out days has lost its way. */
    private static final double LOST = 0.05;

    /** Probabilities this far from what happened, by the rate itself, no longer come true. */
    private static final double MISCALIBRATED = 0.5;

    /** With fewer successes nothing is concluded. */
    private static final int LEAST_SUCCESSES = 20;

    private ScoreWatch() {}

    /** The rows of a training set that were observed after a day. */
    public static int[] after(TrainingSet set, LocalDate day) {
        return IntStream.range(0, set.dayOf().length)
                .filter(row -> set.days().days().get(set.dayOf()[row]).isAfter(day))
                .toArray();
    }

    /** What a model is worth on some rows; empty where too little has happened. */
    public static Optional<Evaluation> evaluate(ResponseModel model, TrainingSet set, int[] rows) {
        boolean[] outcomes = set.outcomes(rows);
        int successes = 0;
        for (boolean outcome : outcomes) {
            successes += outcome ? 1 : 0;
        }
        if (successes < LEAST_SUCCESSES || rows.length - successes < LEAST_SUCCESSES) {
            return Optional.empty();
        }
        double[] probabilities = model.probabilities(set.features().select(rows));
        return Optional.of(Evaluation.of(probabilities, outcomes, new int[rows.length], Math.max(1, rows.length / 10)));
    }

    /** PSI of the scores of today's customers against those of the rows learned from. */
    public static double shift(ResponseModel model, TrainingSet learned, TrainingSets.Population today) {
        return ImpactAssessments.shift(
                model.probabilities(learned.features().select(learned.learned())), model.probabilities(today.rows()));
    }

    /** Puts it together, with what calls for a look. */
    public static ModelHealth health(
            ModelVersion champion,
            Instant at,
            double shift,
            FeatureDrift furthest,
            int matured,
            Optional<Evaluation> evaluation,
            Optional<Evaluation> challenger) {
        List<String> alerts = new ArrayList<>();
        if (shift > SHIFTED) {
            alerts.add("score-shift");
        }
        if (furthest.index().value() > SHIFTED) {
            alerts.add("feature-shift");
        }
        evaluation.filter(now -> now.auc() < champion.figures().auc() - LOST).ifPresent(now -> alerts.add("auc"));
        evaluation
                .filter(now -> now.calibrationError() > MISCALIBRATED * now.positives() / now.scored())
                .ifPresent(now -> alerts.add("calibration"));
        challenger
                .filter(shadow ->
                        evaluation.map(now -> shadow.auc() > now.auc()).orElse(false))
                .ifPresent(shadow -> alerts.add("challenger"));
        return new ModelHealth(
                champion.model(),
                champion.version(),
                at,
                shift,
                furthest.column(),
                furthest.index().value(),
                matured,
                evaluation.map(Evaluation::auc).orElse(Double.NaN),
                evaluation.map(Evaluation::calibrationError).orElse(Double.NaN),
                challenger.map(Evaluation::auc),
                alerts);
    }
}
