package org.yinhang.core.glassbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.evaluation.Ranking;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class GlassBoxTests {

    private static final int ROWS = 5_000;

    /** Customers whose odds are known: a bend in age, a step in job, age and income acting together, and noise. */
    private static final class World {

        private final double[] age = new double[ROWS];
        private final double[] income = new double[ROWS];
        private final double[] noise = new double[ROWS];
        private final List<String> job = new ArrayList<>();
        private final double[] odds = new double[ROWS];
        private final double[] targets = new double[ROWS];

        World(boolean together) {
            Random random = new Random(11);
            for (int row = 0; row < ROWS; row++) {
                age[row] = 18 + random.nextInt(50);
                income[row] = random.nextInt(20) == 0 ? Double.NaN : 1_000 * random.nextInt(1, 40);
                noise[row] = random.nextGaussian();
                job.add(List.of("teacher", "nurse", "driver").get(random.nextInt(3)));
                odds[row] = -0.5
                        - 0.002 * (age[row] - 40) * (age[row] - 40)
                        + (job.get(row).equals("driver") ? 1.2 : 0)
                        + (Double.isNaN(income[row]) ? -1.5 : 0)
                        + (together && age[row] > 45 == income[row] > 20_000 ? 1.5 : 0);
                targets[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds[row])) ? 1 : 0;
            }
        }

        Table table() {
            return Table.of(
                    "world",
                    List.of(
                            NumericColumn.of("age", age),
                            NumericColumn.of("income", income),
                            NumericColumn.of("noise", noise),
                            CategoryColumn.of("job", job)));
        }
    }

    private static GlassBoxSettings settings() {
        return GlassBoxSettings.forRows(ROWS, Loss.LOGISTIC, 3, 2);
    }

    private static double[] even(int rows) {
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static double[] scores(GlassBox box, BinnedTable table) {
        double[] scores = new double[table.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = box.score(row(table, row), 0);
        }
        return scores;
    }

    private static int[] row(BinnedTable table, int row) {
        int[] bins = new int[table.bins().size()];
        for (int column = 0; column < bins.length; column++) {
            bins[column] = table.bin(column, row);
        }
        return bins;
    }

    @Test
    void findsTheOddsOfAKnownWorld() {
        World world = new World(true);
        BinnedTable table = BinnedTable.fit(world.table(), 64);
        GlassBox box = GlassBoxTrainer.train(table, world.targets, even(ROWS), settings());
        double[] scores = scores(box, table);
        double gap = 0;
        for (int row = 0; row < ROWS; row++) {
            gap += Math.abs(scores[row] - world.odds[row]) / ROWS;
        }
        assertThat(gap).isLessThan(0.3);
        assertThat(box.pairs()).isNotEmpty();
        assertThat(box.name(box.curves().size())).isEqualTo("age × income");
        assertThat(box.curves().get(2).weight()).isLessThan(box.curves().get(3).weight() / 4);
    }

    @Test
    void curvesAndMapsAreCentredSoNothingHidesInThem() {
        World world = new World(true);
        GlassBox box = GlassBoxTrainer.train(BinnedTable.fit(world.table(), 64), world.targets, even(ROWS), settings());
        for (Curve curve : box.curves()) {
            double mean = 0;
            for (int bin = 0; bin < curve.values().size(); bin++) {
                mean += curve.shares().get(bin) * curve.values().get(bin);
            }
            assertThat(mean).isCloseTo(0, within(1e-9));
        }
        for (PairMap map : box.pairs()) {
            for (int row = 0; row < map.values().size() / map.width(); row++) {
                double mean = 0;
                for (int column = 0; column < map.width(); column++) {
                    int cell = row * map.width() + column;
                    mean += map.shares().get(cell) * map.values().get(cell);
                }
                assertThat(mean).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void theTermsAddUpToTheScore() {
        World world = new World(true);
        BinnedTable table = BinnedTable.fit(world.table(), 64);
        GlassBox box = GlassBoxTrainer.train(table, world.targets, even(ROWS), settings());
        double[] terms = new double[box.terms()];
        for (int row = 0; row < 200; row++) {
            double score = box.explain(row(table, row), 0, terms);
            assertThat(score).isEqualTo(box.score(row(table, row), 0));
            assertThat(box.intercept() + Arrays.stream(terms).sum()).isCloseTo(score, within(1e-12));
        }
    }

    @Test
    void equalSeedsGiveEqualBitsWhateverTheThreads() {
        World world = new World(true);
        BinnedTable table = BinnedTable.fit(world.table(), 64);
        GlassBoxSettings two = settings();
        GlassBoxSettings one = GlassBoxSettings.forRows(ROWS, Loss.LOGISTIC, 3, 1);
        GlassBox first = GlassBoxTrainer.train(table, world.targets, even(ROWS), two);
        GlassBox second = GlassBoxTrainer.train(table, world.targets, even(ROWS), one);
        assertThat(first.curves()).isEqualTo(second.curves());
        assertThat(first.pairs()).isEqualTo(second.pairs());
        assertThat(first.intercept()).isEqualTo(second.intercept());
    }

    @Test
    void aMonotoneCurveNeverFalls() {
        World world = new World(false);
        BinnedTable table = BinnedTable.fit(world.table(), 64);
        GlassBox box = GlassBoxTrainer.train(
                table, world.targets, even(ROWS), settings().withMonotone(Map.of("age", 1)));
        Curve age = box.curves().getFirst();
        int first = ((NumberBins) age.bins()).firstInterval();
        for (int bin = first + 1; bin < age.values().size(); bin++) {
            assertThat(age.values().get(bin))
                    .isGreaterThanOrEqualTo(age.values().get(bin - 1));
        }
        assertThat(box.pairs()).noneMatch(pair -> pair.first() == 0 || pair.second() == 0);
    }

    @Test
    void aFreeCurveBendsWhereTheWorldDoes() {
        World world = new World(false);
        BinnedTable table = BinnedTable.fit(world.table(), 64);
        Curve age = GlassBoxTrainer.train(
                        table, world.targets, even(ROWS), settings().withPairs(0))
                .curves()
                .getFirst();
        NumberBins bins = (NumberBins) age.bins();
        assertThat(age.values().get(bins.bin(40)))
                .isGreaterThan(age.values().get(bins.bin(18)) + 0.4)
                .isGreaterThan(age.values().get(bins.bin(67)) + 0.4);
    }

    @Test
    void squaredLossFindsTheMeanOfEachBin() {
        World world = new World(false);
        BinnedTable table = BinnedTable.fit(world.table(), 64);
        GlassBox box = GlassBoxTrainer.train(
                table,
                world.odds,
                even(ROWS),
                GlassBoxSettings.forRows(ROWS, Loss.SQUARED, 3, 2).withPairs(0));
        double[] scores = scores(box, table);
        double squares = 0;
        for (int row = 0; row < ROWS; row++) {
            squares += (scores[row] - world.odds[row]) * (scores[row] - world.odds[row]) / ROWS;
        }
        assertThat(squares).isLessThan(0.01);
    }

    @Test
    void aCurveDrawnByHandMovesOnlyItsBins() {
        World world = new World(false);
        BinnedTable table = BinnedTable.fit(world.table(), 64);
        GlassBox box = GlassBoxTrainer.train(table, world.targets, even(ROWS), settings());
        GlassBox edited = box.withCurve(
                2, Collections.nCopies(box.curves().get(2).values().size(), 0.0));
        double[] before = new double[box.terms()];
        double[] after = new double[box.terms()];
        box.explain(row(table, 5), 0, before);
        double score = edited.explain(row(table, 5), 0, after);
        assertThat(score).isCloseTo(box.score(row(table, 5), 0) - before[2], within(1e-9));
    }

    @Test
    void ranksNearlyAsWellAsTheTruth() {
        World world = new World(true);
        BinnedTable table = BinnedTable.fit(world.table(), 64);
        int[] learn = java.util.stream.IntStream.range(0, 3_000).toArray();
        int[] check = java.util.stream.IntStream.range(3_000, ROWS).toArray();
        GlassBox box = GlassBoxTrainer.train(
                table.select(learn), Arrays.copyOf(world.targets, 3_000), even(3_000), settings());
        boolean[] outcomes = new boolean[check.length];
        double[] truth = new double[check.length];
        for (int i = 0; i < check.length; i++) {
            outcomes[i] = world.targets[check[i]] == 1;
            truth[i] = world.odds[check[i]];
        }
        double ours = Ranking.of(scores(box, table.select(check)), outcomes).auc();
        assertThat(ours).isGreaterThan(Ranking.of(truth, outcomes).auc() - 0.02);
    }
}
