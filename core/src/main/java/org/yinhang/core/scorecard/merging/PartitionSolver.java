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
        for (int from = 0; from < size; from++) {
            for (int last = from; last < size; last++) {
                double inside = events(from, last);
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

    private double rate(int from, int last) {
        return events(from, last) / rows(from, last);
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
        double before = rate(from, middle - 1);
        double after = rate(middle, last);
        double gap = after - before;
        if (direction * gap < -TIE || Math.abs(gap) < settings.smallestRateGap() - TIE) {
            return false;
        }
        if (farthest == 0) {
            return true;
        }
        double pooled = rate(from, last);
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
        Search search = new Search(trend.phases(), most);
        return search.run(fewest);
    }

    private final class Search {

        private final List<Integer> phases;
        private final int most;

        /** By count − 1 and phase: the best of divisions whose last stretch is (from, last), at {@code from * size + last}. */
        private final double[][][] best;

        /** What came before: phase * size + start of the stretch before. */
        private final int[][][] came;

        Search(List<Integer> phases, int most) {
            this.phases = phases;
            this.most = most;
            this.best = new double[most][phases.size()][size * size];
            this.came = new int[most][phases.size()][size * size];
            for (double[][] byPhase : best) {
                for (double[] states : byPhase) {
                    Arrays.fill(states, IMPOSSIBLE);
                }
            }
        }

        Optional<Division> run(int fewest) {
            if (most > 0) {
                System.arraycopy(worth[0], 0, best[0][0], 0, size);
            }
            for (int count = 1; count < most; count++) {
                for (int middle = count; middle < size; middle++) {
                    extendAll(count, middle);
                }
            }
            double greatest = IMPOSSIBLE;
            int[] end = new int[0];
            for (int count = Math.max(1, fewest) - 1; count < most; count++) {
                for (int phase = 0; phase < phases.size(); phase++) {
                    for (int from = 0; from < size; from++) {
                        double reached = best[count][phase][from * size + size - 1];
                        if (reached > greatest + TIE || (greatest == IMPOSSIBLE && reached > IMPOSSIBLE)) {
                            greatest = reached;
                            end = new int[] {count, phase, from};
                        }
                    }
                }
            }
            return greatest == IMPOSSIBLE
                    ? Optional.empty()
                    : Optional.of(new Division(traced(end[0], end[1], end[2]), greatest));
        }

        /** Lets stretches from {@code middle} on follow every division that ends just before it. */
        private void extendAll(int count, int middle) {
            for (int phase = 0; phase < phases.size(); phase++) {
                double[] before = best[count - 1][phase];
                for (int from = 0; from < middle; from++) {
                    double reached = before[from * size + middle - 1];
                    if (reached > IMPOSSIBLE) {
                        extend(count, phase, from, middle, reached);
                    }
                }
            }
        }

        private void extend(int count, int phase, int from, int middle, double reached) {
            for (int last = middle; last < size; last++) {
                if (worth[middle][last] == IMPOSSIBLE) {
                    continue;
                }
                double sum = reached + worth[middle][last];
                int state = middle * size + last;
                for (int next = phase; next < phases.size(); next++) {
                    if (sum > best[count][next][state] + TIE
                            || (best[count][next][state] == IMPOSSIBLE && sum > IMPOSSIBLE)) {
                        if (mayFollow(from, middle, last, phases.get(next))) {
                            best[count][next][state] = sum;
                            came[count][next][state] = phase * size + from;
                        }
                    }
                }
            }
        }

        private List<Integer> traced(int count, int phase, int from) {
            Deque<Integer> starts = new ArrayDeque<>();
            int last = size - 1;
            int start = from;
            int at = phase;
            for (int step = count; step >= 0; step--) {
                starts.addFirst(start);
                int origin = came[step][at][start * size + last];
                last = start - 1;
                start = origin % size;
                at = origin / size;
            }
            return List.copyOf(starts);
        }
    }
}
