package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.evaluation.SplitStep;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/**
 * Plays a split through: for every step a model is trained on its training rows and scores its test rows. A trainer is
 * given the training rows' outcomes and nothing else; test rows reach it only afterwards, without their outcome. So no
 * outcome inside a step or fold can inform a score in it.
 */
public final class Backtest {

    private static final long SEED = 7;

    private final Table features;
    private final boolean[] outcomes;
    private final Target target;
    private final Split split;
    private final ModelKind kind;
    private final Map<String, Direction> monotone;

    private Backtest(
            Table features,
            boolean[] outcomes,
            Target target,
            Split split,
            ModelKind kind,
            Map<String, Direction> monotone) {
        this.features = features;
        this.outcomes = outcomes;
        this.target = target;
        this.split = split;
        this.kind = kind;
        this.monotone = monotone;
    }

    /**
     * Runs every step, as many at a time as there are processors; the result does not depend on how many.
     *
     * @param excluded columns not to learn from
     * @param monotone columns bound to one direction
     * @param top how long a list to cut for the count of successes found, in rows, or −1 for a tenth of
     *     the rows scored
     * @throws org.yinhang.core.fault.FaultException as {@link ResponseTrainer#train} and {@link Split#steps} do
     */
    public static BacktestReport run(
            Table table,
            Target target,
            Collection<String> excluded,
            Split split,
            ModelKind kind,
            Map<String, Direction> monotone,
            int top,
            Progress progress) {
        int[] decided = target.decidedRows(table);
        Table rows = decided.length == table.size() ? table : table.select(decided);
        boolean[] outcomes = target.outcomes(rows);
        Table features = ResponseTrainer.features(rows, target, excluded);
        List<SplitStep> steps = split.steps(rows, outcomes);
        return new Backtest(features, outcomes, target, split, kind, monotone).run(steps, top, progress);
    }

    private BacktestReport run(List<SplitStep> steps, int top, Progress progress) {
        int processors = Runtime.getRuntime().availableProcessors();
        int workers = Math.min(processors, steps.size());
        AtomicInteger done = new AtomicInteger();
        progress.report("Training and scoring", 0, steps.size());
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<ScoredStep>> running = new ArrayList<>();
            for (SplitStep step : steps) {
                running.add(pool.submit(() -> {
                    ScoredStep scored = play(step, Math.max(1, processors / workers));
                    progress.report("Training and scoring", done.incrementAndGet(), steps.size());
                    return scored;
                }));
            }
            try {
                List<ScoredStep> scored = new ArrayList<>();
                for (Future<ScoredStep> step : running) {
                    scored.add(step.get());
                }
                return gather(steps, scored, top);
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

    private static final class ScoredStep {
        private final ResponseModel model;
        private final double[] probabilities;
        private final long fitNanos;
        private final long scoreNanos;

        ScoredStep(ResponseModel model, double[] probabilities, long fitNanos, long scoreNanos) {
            this.model = model;
            this.probabilities = probabilities;
            this.fitNanos = fitNanos;
            this.scoreNanos = scoreNanos;
        }
    }

    private ScoredStep play(SplitStep step, int threads) {
        int[] train = step.train();
        boolean[] known = new boolean[train.length];
        for (int i = 0; i < train.length; i++) {
            known[i] = outcomes[train[i]];
        }
        TrainingSettings settings = new TrainingSettings(
                kind, split.inTime(), split.inTime() ? split.lag(step) : 1, SEED, threads, monotone);
        long start = System.nanoTime();
        ResponseModel model = ResponseTrainer.train(features.select(train), known, target, settings);
        long trained = System.nanoTime();
        double[] probabilities = model.probabilities(features.select(step.test()));
        return new ScoredStep(model, probabilities, trained - start, System.nanoTime() - trained);
    }

    private BacktestReport gather(List<SplitStep> steps, List<ScoredStep> scored, int top) {
        double[] probability = new double[outcomes.length];
        int[] stepOf = new int[outcomes.length];
        Arrays.fill(stepOf, -1);
        long fitNanos = 0;
        long scoreNanos = 0;
        for (int i = 0; i < scored.size(); i++) {
            int[] test = steps.get(i).test();
            for (int k = 0; k < test.length; k++) {
                probability[test[k]] = scored.get(i).probabilities[k];
                stepOf[test[k]] = i;
            }
            fitNanos += scored.get(i).fitNanos;
            scoreNanos += scored.get(i).scoreNanos;
        }
        int[] rows = java.util.stream.IntStream.range(0, stepOf.length)
                .filter(row -> stepOf[row] >= 0)
                .toArray();
        double[] pooled = new double[rows.length];
        boolean[] happened = new boolean[rows.length];
        int[] within = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            pooled[i] = probability[rows[i]];
            happened[i] = outcomes[rows[i]];
            within[i] = stepOf[rows[i]];
        }
        List<String> choices = scored.stream().map(step -> step.model.choice()).toList();
        return new BacktestReport(
                outcomes.length,
                kind,
                Evaluation.of(pooled, happened, within, top < 0 ? rows.length / 10 : top),
                fitNanos / 1e9,
                rows.length / Math.max(1e-9, scoreNanos / 1e9),
                choices,
                rows,
                within,
                pooled);
    }
}
