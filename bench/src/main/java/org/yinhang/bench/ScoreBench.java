package org.yinhang.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.Predictions;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.learning.ResponseTrainer;
import org.yinhang.core.learning.TrainingSettings;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.OneRow;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Scores customers with reasons by a glass box and by a scorecard, all at once and one at a time; the peer is XGBoost's
 * in-place prediction of the same rows, which gives no reasons. Training is never timed.
 */
@Command(
        name = "score",
        description = "Scores with reasons by a glass box and a scorecard, beside XGBoost's in-place prediction.",
        mixinStandardHelpOptions = true)
final class ScoreBench implements Callable<Integer> {

    private static final int LEARNED = 10_000;
    private static final int ROUNDS = 5;
    private static final int TREES = 100;
    private static final int ALONE = 200_000;
    private static final long SEED = 4;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        int rows = options.customers(1_000_000);
        ScoredTable customers = new ScoredTable(rows + LEARNED, SEED);
        Table history = customers.table(0, LEARNED, true);
        ResponseModel glass = train(history, ModelKind.GLASSBOX);
        ResponseModel card = train(history, ModelKind.SCORECARD);
        Table asked = customers.table(LEARNED, LEARNED + rows, false);
        Machine.resetPeak();
        Map<String, Number> ours = new LinkedHashMap<>();
        Predictions predictions = glass.score(asked);
        double seconds = median(() -> glass.score(asked));
        ours.put("seconds", BenchReport.rounded(seconds));
        ours.put("rowsPerSecond", Math.round(rows / seconds));
        alone(customers, glass, predictions, Math.min(rows, ALONE), ours);
        card.score(asked);
        double cardSeconds = median(() -> card.score(asked));
        ours.put("scorecardSeconds", BenchReport.rounded(cardSeconds));
        ours.put("scorecardRowsPerSecond", Math.round(rows / cardSeconds));
        Machine.peakMiB().ifPresent(peak -> ours.put("peakMiB", peak));
        List<Figures> peers = options.peers() == BenchOptions.Peers.NONE ? List.of() : List.of(trees(customers, rows));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("customers", rows);
        settings.put("features", ScoredTable.WIDTH);
        settings.put("terms", glass.columns().size() - 1);
        settings.put("trees", TREES);
        BenchReport report = new BenchReport("score", settings, new Figures("yinhang", ours), peers);
        Objects.requireNonNull(spec).commandLine().getOut().println(options.json() ? report.json() : report.plain());
        return 0;
    }

    private static ResponseModel train(Table history, ModelKind kind) {
        return ResponseTrainer.train(
                history,
                Target.parse(ScoredTable.OUTCOME + "=1"),
                List.of(),
                TrainingSettings.unordered(kind, SEED),
                Progress.SILENT);
    }

    private static double median(Runnable work) {
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }

    /** One record after another on one thread, filling it included; counts answers that differ from those of the batch. */
    private static void alone(
            ScoredTable customers, ResponseModel glass, Predictions batch, int rows, Map<String, Number> ours) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < ScoredTable.WIDTH; column++) {
            names.add(ScoredTable.name(column));
        }
        OneRow record = new OneRow(names);
        ResponseModel.OneByOne scorer = glass.open(record);
        double[] expected = batch.probabilities();
        long[] nanos = new long[rows];
        for (int round = 0; round < 2; round++) {
            long mismatches = 0;
            for (int row = 0; row < rows; row++) {
                long start = System.nanoTime();
                fill(customers, LEARNED + row, record);
                double score = scorer.score();
                nanos[row] = System.nanoTime() - start;
                mismatches += score == expected[row] ? 0 : 1;
            }
            ours.put("mismatches", mismatches);
        }
        Arrays.sort(nanos);
        ours.put("p50Ms", nanos[rows / 2] / 1e6);
        ours.put("p99Ms", nanos[(int) (rows * 0.99)] / 1e6);
    }

    private static void fill(ScoredTable customers, int row, OneRow record) {
        for (int column = 0; column < ScoredTable.NUMBERS; column++) {
            record.set(column, customers.number(column, row));
        }
        for (int column = 0; column < ScoredTable.WORDS; column++) {
            record.set(ScoredTable.NUMBERS + column, customers.word(column, row));
        }
    }

    private static Figures trees(ScoredTable customers, int rows) {
        float[] asked = customers.matrix(LEARNED, LEARNED + rows);
        try (Trees trees =
                Trees.train(customers.matrix(0, LEARNED), customers.labels(0, LEARNED), TREES, TrainBench.THREADS)) {
            trees.predict(asked, rows);
            double seconds = median(() -> trees.predict(asked, rows));
            Map<String, Number> values = new LinkedHashMap<>();
            values.put("seconds", BenchReport.rounded(seconds));
            values.put("rowsPerSecond", Math.round(rows / seconds));
            return new Figures("xgboost-inplace", values);
        }
    }
}
