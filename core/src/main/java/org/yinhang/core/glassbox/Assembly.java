package org.yinhang.core.glassbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;

/**
 * Makes one readable model of the bags: the mean of their values, with every part of an effect where it belongs. What a
 * pair's map says about one column alone moves to that column's curve, what a curve says about everybody to the intercept.
 */
final class Assembly {

    private static final int MOST_SWEEPS = 200;
    private static final double SETTLED = 1e-12;

    private final BinnedTable table;
    private final double[] weights;
    private final List<double[][]> curveValues;
    private final List<PairCells> pairs;
    private final List<double[][]> pairValues;
    private final double[][] means;
    private final double[][] shares;
    private double intercept;

    /**
     * Gathers what was learned.
     *
     * @param curveValues by bag, curve and bin
     * @param pairValues by bag, pair and cell; empty when there are no pairs
     */
    Assembly(
            BinnedTable table,
            double[] weights,
            double start,
            List<CurveCells> curves,
            List<double[][]> curveValues,
            List<PairCells> pairs,
            List<double[][]> pairValues) {
        this.table = table;
        this.weights = weights;
        this.intercept = start;
        this.curveValues = curveValues;
        this.pairs = pairs;
        this.pairValues = pairValues;
        this.means = mean(curveValues);
        this.shares = new double[curves.size()][];
        for (int column = 0; column < shares.length; column++) {
            shares[column] = shares(curves.get(column));
        }
    }

    /** The mean over the bags, by term and cell. */
    static double[][] mean(List<double[][]> byBag) {
        double[][] mean = new double[byBag.getFirst().length][];
        for (int term = 0; term < mean.length; term++) {
            mean[term] = new double[byBag.getFirst()[term].length];
            for (double[][] bag : byBag) {
                for (int cell = 0; cell < mean[term].length; cell++) {
                    mean[term][cell] += bag[term][cell] / byBag.size();
                }
            }
        }
        return mean;
    }

    private double[] shares(Cells cells) {
        double[] sums = new double[cells.count()];
        byte[] codes = cells.codes();
        double all = 0;
        for (int row = 0; row < codes.length; row++) {
            sums[codes[row] & 0xff] += weights[row];
            all += weights[row];
        }
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] /= all;
        }
        return sums;
    }

    GlassBox assemble() {
        List<PairMap> maps = new ArrayList<>();
        double[][] pairMeans = pairs.isEmpty() ? new double[0][] : mean(pairValues);
        for (int i = 0; i < pairMeans.length; i++) {
            double[] cells = pairMeans[i];
            if (Arrays.stream(cells).anyMatch(value -> value != 0)) {
                maps.add(purified(pairs.get(i), cells));
            }
        }
        List<Curve> drawn = new ArrayList<>();
        for (int column = 0; column < means.length; column++) {
            drawn.add(centred(column));
        }
        return new GlassBox(intercept, drawn, maps);
    }

    private PairMap purified(PairCells pair, double[] values) {
        double[] share = shares(pair);
        int down = pair.down().count();
        int across = pair.across().count();
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double moved = 0;
            for (int r = 0; r < down; r++) {
                moved = Math.max(moved, move(values, share, r * across, 1, across, pair.first(), pair.down(), r));
            }
            for (int c = 0; c < across; c++) {
                moved = Math.max(moved, move(values, share, c, across, down, pair.second(), pair.across(), c));
            }
            if (moved < SETTLED) {
                break;
            }
        }
        for (int cell = 0; cell < values.length; cell++) {
            // A meeting nobody had says nothing of its own.
            values[cell] = share[cell] == 0 ? 0 : values[cell];
        }
        return new PairMap(
                pair.first(),
                pair.second(),
                Arrays.stream(pair.down().of()).boxed().toList(),
                Arrays.stream(pair.across().of()).boxed().toList(),
                across,
                boxed(values),
                boxed(share));
    }

    /** Moves the mean of one line of a map to the curve of the column the line belongs to. */
    private double move(
            double[] values, double[] share, int from, int stride, int length, int column, Groups groups, int group) {
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            weight += share[from + i * stride];
            sum += share[from + i * stride] * values[from + i * stride];
        }
        if (weight == 0) {
            return 0;
        }
        double mean = sum / weight;
        for (int i = 0; i < length; i++) {
            values[from + i * stride] -= mean;
        }
        for (int bin = 0; bin < groups.of().length; bin++) {
            if (groups.of()[bin] == group) {
                means[column][bin] += mean;
            }
        }
        return Math.abs(mean);
    }

    private Curve centred(int column) {
        double[] values = means[column];
        double mean = 0;
        for (int bin = 0; bin < values.length; bin++) {
            mean += shares[column][bin] * values[bin];
        }
        intercept += mean;
        List<Double> centred = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int bin = 0; bin < values.length; bin++) {
            // A bin without rows stands for what was never seen and takes no side.
            centred.add(shares[column][bin] == 0 && isAlone(column, bin) ? 0.0 : values[bin] - mean);
            errors.add(error(column, bin));
        }
        return new Curve(table.bins().get(column), centred, errors, boxed(shares[column]));
    }

    private boolean isAlone(int column, int bin) {
        return switch (table.bins().get(column)) {
            case NumberBins numbers -> bin < numbers.firstInterval();
            case WordBins words -> true;
        };
    }

    /** How far the bags disagree on a bin, each curve about its own mean. */
    private double error(int column, int bin) {
        double[] values = curveValues.stream()
                .mapToDouble(bag -> bag[column][bin] - centre(bag[column], shares[column]))
                .toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        return values.length < 2
                ? 0
                : Math.sqrt(Arrays.stream(values)
                                .map(value -> (value - mean) * (value - mean))
                                .sum()
                        / (values.length - 1));
    }

    private static double centre(double[] values, double[] shares) {
        double sum = 0;
        for (int bin = 0; bin < values.length; bin++) {
            sum += shares[bin] * values[bin];
        }
        return sum;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
