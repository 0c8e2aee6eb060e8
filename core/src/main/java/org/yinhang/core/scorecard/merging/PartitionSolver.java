package org.yinhang.core.scorecard.merging;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.algebra.NormalTails;

/**
 * Divides a row of fine bins into stretches so that the criterion is the greatest there is under all conditions, by dynamic
 * programming over (number of stretches, phase of the trend, last stretch): whether the next stretch may follow depends on
 * the last one alone. The problem is that of Navas-Palencia 2020 (arXiv 2001.08025), who solves it as an integer programme; in
 * one dimension the programme below is exact as well and takes O(bins · fine bins³) steps.
 *
 * <p>Of divisions that are equally good the one with fewer stretches is taken.
 */
final class PartitionSolver {

    /** Sums of doubles in another order differ by less. */
    private static final double TIE = 1e-12;

    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    private final int size;
    private final double[] rowsBefore;
    private final double[] eventsBefore;
    private final MergeSettings settings;
    private final double fewestRows;
    private final double[][] worth;
    private final double[][] rates;
    private final double farthest;

    /**
     * Prepares a row of fine bins.
     *
     * @param rows weight of rows, in order
     * @param events weight of events, in order
     * @param allRows weight of all rows of the column, of which bins need a share
     */
    PartitionSolver(double[] rows, double[] events, double allRows, WeightOfEvidence evidence, MergeSettings settings) {
        this.size = rows.length;
        this.settings = settings;
        this.fewestRows = settings.smallestShare() * allRows;
        this.rowsBefore = before(rows);
        this.eventsBefore = before(events);
        this.farthest = NormalTails.distance(settings.largestPValue());
        this.worth = new double[size][size];
        this.rates = new double[size][size];
        for (int from = 0; from < size; from++) {
            for (int last = from; last < size; last++) {
                double inside = events(from, last);
                rates[from][last] = inside / rows(from, last);
                worth[from][last] = isLargeEnough(from, last)
                        ? settings.criterion().of(inside, rows(from, last) - inside, evidence)
                        : IMPOSSIBLE;
            }
        }
    }

    private static double[] before(double[] values) {
        double[] before = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            before[i + 1] = before[i] + values[i];
        }
        return before;
    }

    private double rows(int from, int last) {
        return rowsBefore[last + 1] - rowsBefore[from];
    }

    private double events(int from, int last) {
        return eventsBefore[last + 1] - eventsBefore[from];
    }

    /** Whether a stretch has the rows, events and non-events every bin needs. */
    boolean isLargeEnough(int from, int last) {
        double rows = rows(from, last);
        double events = events(from, last);
        return rows > TIE
                && rows >= fewestRows - TIE
                && events >= settings.fewestEvents() - TIE
                && rows - events >= settings.fewestNonEvents() - TIE;
    }

    /**
     * Whether a stretch may follow another.
     *
     * @param direction 1 when the rate may not fall, −1 when it may not rise, 0 when it may do either
     */
    boolean mayFollow(int from, int middle, int last, int direction) {
        double gap = rates[middle][last] - rates[from][middle - 1];
        if (direction * gap < -TIE || Math.abs(gap) < settings.smallestRateGap() - TIE) {
            return false;
        }
        if (farthest == 0) {
            return true;
        }
        double pooled = rates[from][last];
        double variance = pooled * (1 - pooled) * (1 / rows(from, middle - 1) + 1 / rows(middle, last));
        return variance > 0 && gap * gap >= farthest * farthest * variance;
    }

    /** What a stretch adds to the criterion, negative infinity when it is too small. */
    double worth(int from, int last) {
        return worth[from][last];
    }

    /**
     * A division.
     *
     * @param starts the first fine bin of each stretch, rising from 0
     * @param worth its criterion
     */
    record Division(List<Integer> starts, double worth) {

        Division {
            starts = List.copyOf(starts);
        }
    }

    /** The best division of at least {@code fewest} stretches under a trend; empty when there is none. */
    Optional<Division> best(Trend trend, int fewest) {
        int most = Math.min(settings.mostBins(), size);
        if (most == 0) {
            return Optional.empty();
        }
        if (fewest <= 1) {
            // Conditions alone often leave few stretches; then counting them on the way would be in vain.
            Optional<Division> uncounted = new Search(trend.phases(), 1, false).run(1);
            if (uncounted.isEmpty() || uncounted.get().starts().size() <= most) {
                return uncounted;
            }
        }
        return new Search(trend.phases(), most, true).run(fewest);
    }

    /** One table of states; with a layer for each number of stretches, or one for any number. */
    private final class Search {

        private final List<Integer> phases;
        private final int layers;
        private final int oneMore;

        /** By layer and phase: the best of divisions whose last stretch is (from, last), at {@code from * size + last}. */
        private final double[][][] best;

        /** What came before: phase * size + start of the stretch before; −1 before the first. */
        private final int[][][] came;

        Search(List<Integer> phases, int layers, boolean isCounted) {
            this.phases = phases;
            this.layers = layers;
            this.oneMore = isCounted ? 1 : 0;
            this.best = new double[layers][phases.size()][size * size];
            this.came = new int[layers][phases.size()][size * size];
            for (double[][] byPhase : best) {
                for (double[] states : byPhase) {
                    Arrays.fill(states, IMPOSSIBLE);
                }
            }
        }

        Optional<Division> run(int fewest) {
            System.arraycopy(worth[0], 0, best[0][0], 0, size);
            Arrays.fill(came[0][0], 0, size, -1);
            for (int middle = 1; middle < size; middle++) {
                for (int from = 0; from < middle; from++) {
                    extend(from, middle);
                }
            }
            double greatest = IMPOSSIBLE;
            int[] end = new int[0];
            for (int layer = oneMore * (Math.max(1, fewest) - 1); layer < layers; layer++) {
                for (int phase = 0; phase < phases.size(); phase++) {
                    for (int from = 0; from < size; from++) {
                        double reached = best[layer][phase][from * size + size - 1];
                        if (isBetter(reached, greatest)) {
                            greatest = reached;
                            end = new int[] {layer, phase, from};
                        }
                    }
                }
            }
            return greatest == IMPOSSIBLE
                    ? Optional.empty()
                    : Optional.of(new Division(traced(end[0], end[1], end[2]), greatest));
        }

        private boolean isBetter(double reached, double known) {
            return known == IMPOSSIBLE ? reached > IMPOSSIBLE : reached > known + TIE;
        }

        /** Lets stretches from {@code middle} on follow the divisions whose last stretch is from {@code from} to just before. */
        private void extend(int from, int middle) {
            int before = from * size + middle - 1;
            if (worth[from][middle - 1] == IMPOSSIBLE || !isReached(before)) {
                return;
            }
            for (int last = middle; last < size; last++) {
                if (worth[middle][last] == IMPOSSIBLE) {
                    continue;
                }
                for (int next = 0; next < phases.size(); next++) {
                    if (mayFollow(from, middle, last, phases.get(next))) {
                        follow(before, middle * size + last, next, from, worth[middle][last]);
                    }
                }
            }
        }

        private boolean isReached(int state) {
            for (double[][] byPhase : best) {
                for (double[] states : byPhase) {
                    if (states[state] > IMPOSSIBLE) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void follow(int before, int state, int next, int from, double added) {
            for (int layer = 0; layer + oneMore < layers; layer++) {
                double[][] known = best[layer];
                double[] reached = best[layer + oneMore][next];
                for (int phase = 0; phase <= next; phase++) {
                    if (known[phase][before] > IMPOSSIBLE && isBetter(known[phase][before] + added, reached[state])) {
                        reached[state] = known[phase][before] + added;
                        came[layer + oneMore][next][state] = phase * size + from;
                    }
                }
            }
        }

        private List<Integer> traced(int layer, int phase, int from) {
            Deque<Integer> starts = new ArrayDeque<>();
            starts.addFirst(from);
            int origin = came[layer][phase][from * size + size - 1];
            for (int at = layer - oneMore; origin >= 0; at -= oneMore) {
                int last = starts.getFirst() - 1;
                starts.addFirst(origin % size);
                origin = came[at][origin / size][starts.getFirst() * size + last];
            }
            return List.copyOf(starts);
        }
    }
}
