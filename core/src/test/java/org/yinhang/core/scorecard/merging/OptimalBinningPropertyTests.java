package org.yinhang.core.scorecard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Compares with every division there is. */
class OptimalBinningPropertyTests {

    /** One drawing of fine bins and conditions. */
    private record Draw(double[] rows, double[] events, MergeSettings settings, WeightOfEvidence evidence) {

        static Draw of(long seed, int size) {
            Random random = new Random(seed);
            double[] rows = new double[size];
            double[] events = new double[size];
            int rough = 1 + random.nextInt(60);
            for (int i = 0; i < size; i++) {
                rows[i] = random.nextInt(rough + 1);
                double rate = random.nextInt(3) == 0 ? (double) i / size : random.nextDouble();
                for (int row = 0; row < rows[i]; row++) {
                    events[i] += random.nextDouble() < rate ? 1 : 0;
                }
            }
            rows[0] += 2;
            events[0] += 1;
            MergeSettings settings = new MergeSettings(
                    random.nextBoolean() ? Criterion.INFORMATION_VALUE : Criterion.JENSEN_SHANNON,
                    Trend.NONE,
                    1 + random.nextInt(3),
                    3 + random.nextInt(size),
                    random.nextInt(3) * 0.06,
                    random.nextInt(4),
                    random.nextInt(4),
                    random.nextInt(3) * 0.05,
                    random.nextInt(2) == 0 ? 1 : 0.2,
                    0.1,
                    random.nextInt(2));
            double allEvents = sum(events);
            return new Draw(
                    rows,
                    events,
                    settings,
                    new WeightOfEvidence(allEvents, sum(rows) - allEvents, Math.max(0.5, settings.prior())));
        }

        PartitionSolver solver() {
            return new PartitionSolver(rows, events, sum(rows), evidence, settings);
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Property(tries = 400)
    void noDivisionThatMeetsTheConditionsIsBetter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 11) int size) {
        Draw draw = Draw.of(seed, size);
        PartitionSolver solver = draw.solver();
        for (Trend trend : List.of(Trend.ASCENDING, Trend.DESCENDING, Trend.PEAK, Trend.VALLEY, Trend.NONE)) {
            double expected = bestOfAll(draw, trend);
            Optional<PartitionSolver.Division> found = solver.best(trend, draw.settings.fewestBins());
            if (expected == Double.NEGATIVE_INFINITY) {
                assertThat(found).as("%s", trend).isEmpty();
            } else {
                assertThat(found).as("%s", trend).isPresent();
                assertThat(found.orElseThrow().worth()).isCloseTo(expected, within(1e-9));
                assertThat(worth(draw, trend, found.orElseThrow().starts()))
                        .as("the division found meets the conditions itself")
                        .isCloseTo(expected, within(1e-9));
            }
        }
    }

    private static double bestOfAll(Draw draw, Trend trend) {
        double best = Double.NEGATIVE_INFINITY;
        for (int cuts = 0; cuts < 1 << (draw.rows.length - 1); cuts++) {
            List<Integer> starts = new ArrayList<>(List.of(0));
            for (int i = 1; i < draw.rows.length; i++) {
                if ((cuts >> (i - 1) & 1) == 1) {
                    starts.add(i);
                }
            }
            best = Math.max(best, worth(draw, trend, starts));
        }
        return best;
    }

    /** The criterion of a division by its definition, negative infinity when a condition is not met. */
    private static double worth(Draw draw, Trend trend, List<Integer> starts) {
        MergeSettings settings = draw.settings;
        if (starts.size() < settings.fewestBins() || starts.size() > settings.mostBins()) {
            return Double.NEGATIVE_INFINITY;
        }
        double all = sum(draw.rows);
        double sum = 0;
        double[] rates = new double[starts.size()];
        double[] sizes = new double[starts.size()];
        for (int bin = 0; bin < starts.size(); bin++) {
            int end = bin + 1 < starts.size() ? starts.get(bin + 1) : draw.rows.length;
            double rows = 0;
            double events = 0;
            for (int i = starts.get(bin); i < end; i++) {
                rows += draw.rows[i];
                events += draw.events[i];
            }
            boolean isLargeEnough = rows > 0
                    && rows >= settings.smallestShare() * all - 1e-12
                    && events >= settings.fewestEvents()
                    && rows - events >= settings.fewestNonEvents();
            if (!isLargeEnough) {
                return Double.NEGATIVE_INFINITY;
            }
            rates[bin] = events / rows;
            sizes[bin] = rows;
            sum += criterion(settings.criterion(), events, rows - events, draw.evidence);
        }
        return differ(rates, sizes, settings) && follows(rates, trend) ? sum : Double.NEGATIVE_INFINITY;
    }

    private static double criterion(Criterion criterion, double events, double others, WeightOfEvidence evidence) {
        double p = events / evidence.events();
        double q = others / evidence.nonEvents();
        if (criterion == Criterion.JENSEN_SHANNON) {
            double middle = (p + q) / 2;
            return (p > 0 ? p * Math.log(p / middle) : 0) / 2 + (q > 0 ? q * Math.log(q / middle) : 0) / 2;
        }
        double average = evidence.events() / (evidence.events() + evidence.nonEvents());
        double odds = (events + evidence.prior() * average) / (others + evidence.prior() * (1 - average));
        return (p - q) * Math.log(odds * evidence.nonEvents() / evidence.events());
    }

    private static boolean differ(double[] rates, double[] sizes, MergeSettings settings) {
        for (int i = 1; i < rates.length; i++) {
            double gap = Math.abs(rates[i] - rates[i - 1]);
            if (gap < settings.smallestRateGap() - 1e-12) {
                return false;
            }
            double both = sizes[i] + sizes[i - 1];
            double pooled = (rates[i] * sizes[i] + rates[i - 1] * sizes[i - 1]) / both;
            double error = Math.sqrt(pooled * (1 - pooled) * (1 / sizes[i] + 1 / sizes[i - 1]));
            if (settings.largestPValue() < 1
                    && (error == 0
                            || org.yinhang.core.algebra.NormalTails.twoSided(gap / error) > settings.largestPValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean follows(double[] rates, Trend trend) {
        int rises = 0;
        int falls = 0;
        boolean fallThenRise = false;
        boolean riseThenFall = false;
        for (int i = 1; i < rates.length; i++) {
            if (rates[i] > rates[i - 1] + 1e-12) {
                rises++;
                fallThenRise |= falls > 0;
            } else if (rates[i] < rates[i - 1] - 1e-12) {
                falls++;
                riseThenFall |= rises > 0;
            }
        }
        return switch (trend) {
            case ASCENDING -> falls == 0;
            case DESCENDING -> rises == 0;
            case PEAK -> !fallThenRise;
            case VALLEY -> !riseThenFall;
            case NONE -> true;
            case AUTO -> throw new IllegalArgumentException("not a trend of its own");
        };
    }

    @Property(tries = 150)
    void groupingWordsInOrderOfRateIsAsGoodAsAnyGrouping(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int words) {
        Random random = new Random(seed);
        double[] rows = new double[words];
        double[] events = new double[words];
        for (int i = 0; i < words; i++) {
            rows[i] = 20 + random.nextInt(200);
            events[i] = 1 + random.nextInt((int) rows[i] - 1);
        }
        Integer[] order = new Integer[words];
        java.util.Arrays.setAll(order, i -> i);
        java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> events[i] / rows[i]));
        double[] sortedRows =
                java.util.Arrays.stream(order).mapToDouble(i -> rows[i]).toArray();
        double[] sortedEvents =
                java.util.Arrays.stream(order).mapToDouble(i -> events[i]).toArray();
        for (Criterion criterion : Criterion.values()) {
            MergeSettings settings = new MergeSettings(criterion, Trend.NONE, 1, 3, 0, 0, 0, 0, 1, 0.1, 0);
            WeightOfEvidence evidence = new WeightOfEvidence(sum(events), sum(rows) - sum(events), 0);
            double found = new PartitionSolver(sortedRows, sortedEvents, sum(rows), evidence, settings)
                    .best(Trend.NONE, 1)
                    .orElseThrow()
                    .worth();
            double best = 0;
            int groupings = (int) Math.pow(3, words);
            for (int grouping = 0; grouping < groupings; grouping++) {
                double[] groupRows = new double[3];
                double[] groupEvents = new double[3];
                int rest = grouping;
                for (int i = 0; i < words; i++, rest /= 3) {
                    groupRows[rest % 3] += rows[i];
                    groupEvents[rest % 3] += events[i];
                }
                double worth = 0;
                for (int group = 0; group < 3; group++) {
                    worth += groupRows[group] == 0
                            ? 0
                            : criterion(criterion, groupEvents[group], groupRows[group] - groupEvents[group], evidence);
                }
                best = Math.max(best, worth);
            }
            assertThat(found).isCloseTo(best, within(1e-9));
        }
    }
}
