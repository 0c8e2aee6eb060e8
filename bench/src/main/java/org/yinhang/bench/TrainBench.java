package org.yinhang.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.evaluation.Ranking;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.glassbox.GlassBoxSettings;
import org.yinhang.core.glassbox.GlassBoxTrainer;
import org.yinhang.core.glassbox.Loss;
import org.yinhang.core.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Trains a glass box of curves on customers with fifty columns; the peer is XGBoost's histogram trees with equal rounds on
 * the same rows. From values in memory to the model: our binning and XGBoost's own matrix are timed. {@code value} is the
 * AUC on rows neither learned from.
 */
@Command(
        name = "train",
        description = "Trains a glass box, beside XGBoost's histogram trees with equal rounds.",
        mixinStandardHelpOptions = true)
final class TrainBench implements Callable<Integer> {

    /** Processors every contender may use. */
    static final int THREADS = 2;

    private static final int ROUNDS = 100;
    private static final int BINS = 64;
    private static final long SEED = 5;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        int rows = options.customers(1_000_000);
        int judged = Math.max(1_000, rows / 10);
        ScoredTable customers = new ScoredTable(rows + judged, SEED);
        boolean[] outcomes = new boolean[judged];
        for (int row = 0; row < judged; row++) {
            outcomes[row] = customers.outcome(rows + row);
        }
        Figures ours = ours(customers, rows, outcomes);
        List<Figures> peers =
                options.peers() == BenchOptions.Peers.NONE ? List.of() : List.of(trees(customers, rows, outcomes));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("customers", rows);
        settings.put("features", ScoredTable.WIDTH);
        settings.put("rounds", ROUNDS);
        settings.put("threads", THREADS);
        BenchReport report = new BenchReport("train", settings, ours, peers);
        Objects.requireNonNull(spec).commandLine().getOut().println(options.json() ? report.json() : report.plain());
        return 0;
    }

    private static Figures ours(ScoredTable customers, int rows, boolean[] outcomes) {
        Table learned = customers.table(0, rows, false);
        Table judged = customers.table(rows, customers.size(), false);
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            targets[row] = customers.outcome(row) ? 1 : 0;
        }
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        GlassBoxSettings settings = GlassBoxSettings.forRows(rows, Loss.LOGISTIC, SEED, THREADS)
                .withOneBagOf(ROUNDS)
                .withPairs(0);
        Machine.resetPeak();
        long start = System.nanoTime();
        BinnedTable binned = BinnedTable.fit(learned, BINS);
        GlassBox box = GlassBoxTrainer.train(binned, targets, weights, settings);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("seconds", BenchReport.rounded(seconds));
        Machine.peakMiB().ifPresent(peak -> values.put("peakMiB", peak));
        BinnedTable asked = BinnedTable.of(judged, binned.bins());
        double[] scores = new double[judged.size()];
        int[] bins = new int[ScoredTable.WIDTH];
        for (int row = 0; row < scores.length; row++) {
            for (int column = 0; column < bins.length; column++) {
                bins[column] = asked.bin(column, row);
            }
            scores[row] = box.score(bins, 0);
        }
        values.put("value", BenchReport.rounded(Ranking.of(scores, outcomes).auc()));
        return new Figures("yinhang", values);
    }

    private static Figures trees(ScoredTable customers, int rows, boolean[] outcomes) {
        float[] learned = customers.matrix(0, rows);
        float[] labels = customers.labels(0, rows);
        Machine.resetPeak();
        long start = System.nanoTime();
        try (Trees trees = Trees.train(learned, labels, ROUNDS, THREADS)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            Map<String, Number> values = new LinkedHashMap<>();
            values.put("seconds", BenchReport.rounded(seconds));
            Machine.peakMiB().ifPresent(peak -> values.put("peakMiB", peak));
            float[] predicted = trees.predict(customers.matrix(rows, customers.size()), outcomes.length);
            double[] scores = new double[predicted.length];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = predicted[row];
            }
            values.put("value", BenchReport.rounded(Ranking.of(scores, outcomes).auc()));
            return new Figures("xgboost-hist", values);
        }
    }
}
