package org.yinhang.core.glassbox;

import java.util.Arrays;

/**
 * Cuts a row of cells into a few segments of one value each, best first, as a small regression tree on one axis would. The
 * gain of a cut is the fall of the second-order loss (Friedman 2001, doi 10.1214/aos/1013203451).
 */
final class Segments {

    private final int most;
    private final int leafRows;
    private final int direction;
    private final double[] gradients = new double[Cells.MOST + 1];
    private final double[] curvatures = new double[Cells.MOST + 1];
    private final int[] rows = new int[Cells.MOST + 1];
    private final int[] start;
    private final int[] end;
    private final double[] floor;
    private final double[] ceiling;
    private final int[] bestCut;
    private final double[] bestGain;
    private double ridge;

    /**
     * A cutter.
     *
     * @param most segments at most
     * @param leafRows rows a segment has at least
     * @param direction 1 where values may only rise along the axis, −1 where they may only fall, 0 for any shape
     */
    Segments(int most, int leafRows, int direction) {
        this.most = most;
        this.leafRows = leafRows;
        this.direction = direction;
        this.start = new int[most];
        this.end = new int[most];
        this.floor = new double[most];
        this.ceiling = new double[most];
        this.bestCut = new int[most];
        this.bestGain = new double[most];
    }

    /**
     * Cuts the cells at positions 0 to {@code length} − 1 of an axis.
     *
     * @param axis the cell at each position
     */
    void cut(double[] sums, int[] cellRows, int[] axis, int length, double penalty, float[] into) {
        ridge = penalty;
        for (int i = 0; i < length; i++) {
            gradients[i + 1] = gradients[i] + sums[2 * axis[i]];
            curvatures[i + 1] = curvatures[i] + sums[2 * axis[i] + 1];
            rows[i + 1] = rows[i] + cellRows[axis[i]];
        }
        if (length == 0 || rows[length] < leafRows) {
            return;
        }
        int segments = 1;
        open(0, 0, length, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        while (segments < most) {
            int best = 0;
            for (int i = 1; i < segments; i++) {
                best = bestGain[i] > bestGain[best] ? i : best;
            }
            if (!(bestGain[best] > 0)) {
                break;
            }
            divide(best, segments++);
        }
        for (int i = 0; i < segments; i++) {
            float value = (float) Math.clamp(value(start[i], end[i]), floor[i], ceiling[i]);
            for (int position = start[i]; position < end[i]; position++) {
                into[axis[position]] = value;
            }
        }
    }

    private void divide(int segment, int other) {
        int cut = bestCut[segment];
        int last = end[segment];
        double low = floor[segment];
        double high = ceiling[segment];
        double middle = direction == 0
                ? Double.NaN
                : Math.clamp((value(start[segment], cut) + value(cut, last)) / 2, low, high);
        open(other, cut, last, direction > 0 ? middle : low, direction < 0 ? middle : high);
        open(segment, start[segment], cut, direction < 0 ? middle : low, direction > 0 ? middle : high);
    }

    private void open(int segment, int from, int to, double low, double high) {
        start[segment] = from;
        end[segment] = to;
        floor[segment] = low;
        ceiling[segment] = high;
        bestGain[segment] = 0;
        double whole = gain(from, to);
        for (int cut = from + 1; cut < to; cut++) {
            if (rows[cut] - rows[from] < leafRows) {
                continue;
            }
            if (rows[to] - rows[cut] < leafRows) {
                break;
            }
            double gain = gain(from, cut) + gain(cut, to) - whole;
            if (gain > bestGain[segment] && isAllowed(value(from, cut), value(cut, to))) {
                bestGain[segment] = gain;
                bestCut[segment] = cut;
            }
        }
    }

    private boolean isAllowed(double left, double right) {
        return direction == 0 || direction * (right - left) >= 0;
    }

    private double gain(int from, int to) {
        double gradient = gradients[to] - gradients[from];
        return gradient * gradient / (curvatures[to] - curvatures[from] + ridge);
    }

    private double value(int from, int to) {
        return -(gradients[to] - gradients[from]) / (curvatures[to] - curvatures[from] + ridge);
    }

    /** The value a cell would take by itself; 0 where it has too few rows. */
    static float alone(double[] sums, int[] cellRows, int cell, int leafRows, double ridge) {
        return cellRows[cell] < leafRows ? 0 : (float) (-sums[2 * cell] / (sums[2 * cell + 1] + ridge));
    }

    /** Sorts cells by the value each would take by itself, held back where it has few rows. */
    static int[] byValue(double[] sums, int[] cellRows, int cells, double smoothing) {
        long[] keyed = new long[cells];
        int present = 0;
        for (int cell = 0; cell < cells; cell++) {
            if (cellRows[cell] > 0) {
                float value = (float) (-sums[2 * cell] / (sums[2 * cell + 1] + smoothing)) + 0f;
                int bits = Float.floatToIntBits(value);
                long rising = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
                keyed[present++] = rising << 32 | cell;
            }
        }
        long[] sorted = Arrays.copyOf(keyed, present);
        Arrays.sort(sorted);
        return Arrays.stream(sorted).mapToInt(key -> (int) key).toArray();
    }
}
