package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Bootstrap;
import org.yinhang.core.learning.ModelKind;

/**
 * Chooses between meta-learners by the Qini coefficient on rows of the trial that they have not learned from. Qini of a few
 * thousand rows is mostly chance, so every learner is kept that the best does not beat by more than {@value #ERRORS} standard
 * errors of the difference (about the 5 % point of the best of five), and those kept are averaged.
 */
final class UpliftChoice {

    private static final int FOLDS = 3;
    private static final int ERRORS = 2;

    /** A learner to try. */
    record Candidate(UpliftKind kind, ModelKind base, ModelKind regression) {

        String name() {
            return kind + " on " + base;
        }
    }

    private final Trial trial;
    private final UpliftSettings settings;
    private final List<Candidate> candidates;

    UpliftChoice(Trial trial, UpliftSettings settings) {
        this.trial = trial;
        this.settings = settings;
        this.candidates = candidates(settings.base());
    }

    /**
     * What is tried: every meta-learner over the family asked for; without a family, all of them over logistic regression and, of
     * the trees, the one that learns all rows at once.
     */
    private static List<Candidate> candidates(ModelKind base) {
        if (base != ModelKind.AUTO) {
            return Arrays.stream(UpliftKind.values())
                    .filter(kind -> kind != UpliftKind.AUTO)
                    .map(kind -> new Candidate(kind, base, base))
                    .toList();
        }
        List<Candidate> tried = new ArrayList<>();
        for (UpliftKind kind : UpliftKind.values()) {
            if (kind != UpliftKind.AUTO) {
                tried.add(new Candidate(kind, ModelKind.LOGISTIC, ModelKind.AUTO));
            }
        }
        if (ModelKind.BOOSTED.isAvailable()) {
            tried.add(new Candidate(UpliftKind.S, ModelKind.BOOSTED, ModelKind.BOOSTED));
        }
        return tried;
    }

    /** The learners kept, fitted to the whole trial. */
    EffectModel choose() {
        double[][] outOfFold = outOfFold();
        List<UpliftCurve> curves = Arrays.stream(outOfFold)
                .map(effects ->
                        new UpliftCurve(effects, trial.treated(), trial.outcomes(), UpliftEvaluation.USUAL_SHARE))
                .toList();
        double[] qinis = curves.stream()
                .mapToDouble(curve -> curve.figures()[UpliftCurve.QINI])
                .toArray();
        int best = 0;
        for (int i = 1; i < qinis.length; i++) {
            best = qinis[i] > qinis[best] ? i : best;
        }
        double[] errors = errorsAgainst(best, curves);
        List<Candidate> kept = new ArrayList<>();
        for (int i = 0; i < qinis.length; i++) {
            if (qinis[best] - qinis[i] <= ERRORS * errors[i]) {
                kept.add(candidates.get(i));
            }
        }
        String tried = IntStream.range(0, qinis.length)
                .mapToObj(i ->
                        String.format(Locale.ROOT, "%s %.5f", candidates.get(i).name(), qinis[i]))
                .collect(Collectors.joining(", "));
        String names = kept.stream().map(Candidate::name).collect(Collectors.joining(" + "));
        String reason = String.format(
                Locale.ROOT,
                "%s. Qini on %d rows not learned from: %s; %s.",
                names,
                trial.size(),
                tried,
                kept.size() == 1
                        ? "the others were worse by more than two standard errors"
                        : "those within two standard errors of the best are averaged");
        return new EffectModel(fit(trial, kept), trial.features().columnNames(), reason);
    }

    private double[][] outOfFold() {
        double[][] effects = new double[candidates.size()][trial.size()];
        for (int[] fold : trial.folds(FOLDS, settings.seed() + 1)) {
            List<EffectPart> parts = fit(trial.select(trial.outside(fold)), candidates);
            var rows = trial.features().select(fold);
            for (int candidate = 0; candidate < parts.size(); candidate++) {
                double[] scored = parts.get(candidate).effects(rows);
                for (int i = 0; i < fold.length; i++) {
                    effects[candidate][fold[i]] = scored[i];
                }
            }
        }
        return effects;
    }

    /** Fits learners; those over the same families share their models of the outcome. */
    private List<EffectPart> fit(Trial rows, List<Candidate> wanted) {
        List<EffectPart> parts = new ArrayList<>();
        java.util.Map<ModelKind, MetaLearners> learners = new java.util.EnumMap<>(ModelKind.class);
        for (Candidate candidate : wanted) {
            parts.add(learners.computeIfAbsent(
                            candidate.base, base -> new MetaLearners(rows, settings, base, candidate.regression))
                    .fit(candidate.kind));
        }
        return parts;
    }

    /** The standard error of each learner's difference to the best, both seeing the same draws. */
    private double[] errorsAgainst(int best, List<UpliftCurve> curves) {
        int[] strata = IntStream.range(0, trial.size())
                .map(row -> trial.treated(row) ? 1 : 0)
                .toArray();
        double[][] draws = new Bootstrap(Assessment.draws(trial.size()) / 2, settings.seed())
                .draw(strata, counts -> curves.stream()
                        .mapToDouble(curve -> curve.figures(counts)[UpliftCurve.QINI])
                        .toArray());
        double[] errors = new double[curves.size()];
        for (int i = 0; i < errors.length; i++) {
            int learner = i;
            double[] gaps = Arrays.stream(draws)
                    .mapToDouble(draw -> draw[best] - draw[learner])
                    .toArray();
            double mean = Arrays.stream(gaps).average().orElse(0);
            errors[i] = Math.sqrt(Arrays.stream(gaps)
                    .map(gap -> (gap - mean) * (gap - mean))
                    .average()
                    .orElse(0));
        }
        return errors;
    }
}
