package org.yinhang.core.glassbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.yinhang.core.binning.BinnedTable;

/** Learns a {@link GlassBox}: curves first, then the pairs that act together on what the curves leave. */
public final class GlassBoxTrainer {

    /**
     * A bag learns from every second row and stops by the others: halves differ enough for their mean to be steadier than
     * a model of all rows (Bühlmann and Yu 2002, doi 10.1214/aos/1031689014). On three credit tables it was better in AUC
     * by 0.001 to 0.003 than leaving out 15 %.
     */
    private static final int STRETCH = 2;

    private final BinnedTable table;
    private final double[] targets;
    private final double[] weights;
    private final GlassBoxSettings settings;
    private final List<boolean[]> leftOut = new ArrayList<>();

    private GlassBoxTrainer(BinnedTable table, double[] targets, double[] weights, GlassBoxSettings settings) {
        this.table = table;
        this.targets = targets;
        this.weights = weights;
        this.settings = settings;
        for (int bag = 0; bag < settings.bags(); bag++) {
            leftOut.add(leftOut(bag));
        }
    }

    /**
     * Learns from every row of a table.
     *
     * @param targets one a row: 0 or 1 for {@link Loss#LOGISTIC}, any number for {@link Loss#SQUARED}
     * @param weights what each row counts, above 0
     */
    public static GlassBox train(BinnedTable table, double[] targets, double[] weights, GlassBoxSettings settings) {
        if (targets.length != table.size() || weights.length != table.size() || targets.length == 0) {
            throw new IllegalArgumentException("targets: %d, weights: %d (expected: one a row, %d, at least 1)"
                    .formatted(targets.length, weights.length, table.size()));
        }
        return new GlassBoxTrainer(table, targets, weights, settings).train();
    }

    private boolean[] leftOut(int bag) {
        boolean[] rows = new boolean[table.size()];
        if (settings.patience() == 0) {
            return rows;
        }
        // Rows in the order of their targets, every stretch of which gives its share, so that rare successes are on
        // both sides.
        Random random = new Random(settings.seed() * 31 + bag);
        Integer[] order = new Integer[rows.length];
        Arrays.setAll(order, row -> row);
        double[] shuffle = random.doubles(rows.length).toArray();
        Arrays.sort(
                order,
                (a, b) -> targets[a] != targets[b]
                        ? Double.compare(targets[a], targets[b])
                        : Double.compare(shuffle[a], shuffle[b]));
        for (int from = 0; from + STRETCH <= rows.length; from += STRETCH) {
            rows[order[from + random.nextInt(STRETCH)]] = true;
        }
        return rows;
    }

    private GlassBox train() {
        double weight = 0;
        double sum = 0;
        for (int row = 0; row < targets.length; row++) {
            weight += weights[row];
            sum += weights[row] * targets[row];
        }
        float start = (float) settings.loss().start(sum / weight);
        List<CurveCells> curves = IntStream.range(0, table.bins().size())
                .mapToObj(column -> new CurveCells(table.bins().get(column), table.codes(column), settings))
                .toList();
        List<Bag> bags = new ArrayList<>();
        for (int bag = 0; bag < settings.bags(); bag++) {
            bags.add(bag(bag, start));
        }
        List<double[][]> curveValues = eachBag(bag -> bags.get(bag).grow(curves, order(curves.size(), bag), settings));
        List<PairCells> pairs =
                settings.pairs() > 0 && curves.size() > 1 ? findPairs(curves, curveValues, start) : List.of();
        List<double[][]> pairValues = pairs.isEmpty()
                ? List.of()
                : eachBag(bag -> bags.get(bag)
                        .restart(curves, curveValues.get(bag), start)
                        .grow(pairs, order(pairs.size(), bag), settings));
        return new Assembly(table, weights, start, curves, curveValues, pairs, pairValues).assemble();
    }

    private Bag bag(int number, float start) {
        float[] scores = new float[table.size()];
        Arrays.fill(scores, start);
        boolean inParallel = settings.bags() < settings.threads();
        return new Bag(settings.loss(), targets, weights, leftOut.get(number), scores, inParallel);
    }

    private int[] order(int terms, int bag) {
        int[] order = IntStream.range(0, terms).toArray();
        Random random = new Random(settings.seed() * 131 + bag);
        for (int i = terms - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    private List<PairCells> findPairs(List<CurveCells> curves, List<double[][]> values, float start) {
        float[] gradients = new float[table.size()];
        float[] curvatures = new float[table.size()];
        double total = 0;
        double[][] mean = Assembly.mean(values);
        for (int row = 0; row < gradients.length; row++) {
            double score = start;
            for (int column = 0; column < mean.length; column++) {
                score += mean[column][curves.get(column).codes()[row] & 0xff];
            }
            double expected = settings.loss().expected(score);
            gradients[row] = (float) (weights[row] * (expected - targets[row]));
            curvatures[row] = (float) (weights[row] * settings.loss().curvature(expected));
            total += curvatures[row];
        }
        Groups[] groups = new Groups[curves.size()];
        for (int column = 0; column < groups.length; column++) {
            int[] rows = new int[Cells.MOST];
            for (byte code : table.codes(column)) {
                rows[code & 0xff]++;
            }
            groups[column] = Groups.of(table.bins().get(column), rows);
        }
        return new PairFinder(table, groups, settings)
                .find(gradients, curvatures, settings.ridge() * total / gradients.length);
    }

    /** Runs something for every bag, as many at a time as there are threads; the order of the answers is that of the bags. */
    private <T> List<T> eachBag(IntFunction<T> work) {
        if (settings.bags() == 1 || settings.threads() == 1) {
            return IntStream.range(0, settings.bags()).mapToObj(work).toList();
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(settings.bags(), settings.threads()))) {
            List<Future<T>> running = new ArrayList<>();
            for (int bag = 0; bag < settings.bags(); bag++) {
                int number = bag;
                running.add(pool.submit(() -> work.apply(number)));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> future : running) {
                done.add(future.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while training", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bag failed", e.getCause());
        }
    }
}
