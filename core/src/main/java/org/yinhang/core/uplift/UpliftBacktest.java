package org.yinhang.core.uplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.evaluation.SplitStep;
import org.yinhang.core.learning.ResponseTrainer;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/**
 * Plays a split through: for every step effects are learned from its training rows and predicted for its test rows. No outcome of a
 * test row, and no arm of one, reaches the model that scores it.
 */
public final class UpliftBacktest {

    private final Table features;
    private final boolean[] outcomes;
    private final int[] arms;
    private final Treatments treatments;
    private final UpliftSettings settings;

    private UpliftBacktest(
            Table features, boolean[] outcomes, int[] arms, Treatments treatments, UpliftSettings settings) {
        this.features = features;
        this.outcomes = outcomes;
        this.arms = arms;
        this.treatments = treatments;
        this.settings = settings;
    }

    private record Scored(UpliftModel model, double[][] effects, long fitNanos) {}

    /**
     * Runs every step, as many at a time as there are processors; the result does not depend on how many.
     *
     * @param excluded columns not to learn from, beside those of outcome and treatment
     * @throws org.yinhang.core.fault.FaultException as {@link Treatments#arms}, {@link Target#outcomes}, {@link Split#steps} and
     *     {@link UpliftTrainer#train} do
     */
    public static UpliftReport run(
            Table table,
            Target target,
            Treatments treatments,
            Collection<String> excluded,
            Split split,
            UpliftSettings settings,
            Progress progress) {
        int[] armOfAll = treatments.arms(table);
        int[] used = IntStream.of(target.decidedRows(table))
                .filter(row -> armOfAll[row] != Treatments.NONE)
                .toArray();
        Table rows = table.select(used);
        boolean[] outcomes = target.outcomes(rows);
        int[] arms = IntStream.of(used).map(row -> armOfAll[row]).toArray();
        Set<String> unseen = new LinkedHashSet<>(excluded);
        unseen.addAll(treatments.columns());
        unseen.remove(target.column());
        Table features = ResponseTrainer.features(rows, target, unseen);
        List<SplitStep> steps = split.steps(rows, outcomes);
        return new UpliftBacktest(features, outcomes, arms, treatments, settings)
                .run(steps, table.size() - used.length, progress);
    }

    private UpliftReport run(List<SplitStep> steps, int leftOut, Progress progress) {
        int processors = Runtime.getRuntime().availableProcessors();
        int workers = Math.min(processors, steps.size());
        AtomicInteger done = new AtomicInteger();
        progress.report("Learning effects", 0, steps.size());
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Scored>> running = new ArrayList<>();
            for (SplitStep step : steps) {
                running.add(pool.submit(() -> {
                    Scored scored = play(step, Math.max(1, processors / workers));
                    progress.report("Learning effects", done.incrementAndGet(), steps.size());
                    return scored;
                }));
            }
            try {
                List<Scored> scored = new ArrayList<>();
                for (Future<Scored> step : running) {
                    scored.add(step.get());
                }
                return gather(steps, scored, leftOut);
            } catch (ExecutionException e) {
                pool.shutdownNow();
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("a step failed", e);
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before every step was scored", e);
            }
        }
    }

    private Scored play(SplitStep step, int threads) {
        int[] train = step.train();
        long start = System.nanoTime();
        UpliftModel model = UpliftTrainer.train(
                features.select(train),
                Trial.chosen(outcomes, train),
                IntStream.of(train).map(row -> arms[row]).toArray(),
                treatments,
                settings.withThreads(threads));
        long trained = System.nanoTime();
        return new Scored(model, model.score(features.select(step.test())), trained - start);
    }

    private UpliftReport gather(List<SplitStep> steps, List<Scored> scored, int leftOut) {
        double[][] effects = new double[treatments.arms() - 1][outcomes.length];
        boolean[] seen = new boolean[outcomes.length];
        List<String> choices = new ArrayList<>();
        long nanos = 0;
        for (int i = 0; i < scored.size(); i++) {
            int[] test = steps.get(i).test();
            for (int k = 0; k < test.length; k++) {
                seen[test[k]] = true;
                for (int treatment = 0; treatment < effects.length; treatment++) {
                    effects[treatment][test[k]] = scored.get(i).effects[treatment][k];
                }
            }
            choices.addAll(scored.get(i).model.choices());
            nanos += scored.get(i).fitNanos;
        }
        int[] rows = IntStream.range(0, seen.length).filter(row -> seen[row]).toArray();
        return new UpliftReport(
                treatments,
                settings,
                outcomes.length,
                leftOut,
                features.select(rows),
                Trial.chosen(outcomes, rows),
                IntStream.of(rows).map(row -> arms[row]).toArray(),
                Arrays.stream(effects)
                        .map(each ->
                                IntStream.of(rows).mapToDouble(row -> each[row]).toArray())
                        .toArray(double[][]::new),
                choices,
                nanos / 1e9);
    }
}
