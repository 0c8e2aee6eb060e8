package org.yinhang.core.glassbox;

import java.util.ArrayList;
import java.util.List;

/** Gradients, curvatures and rows over a grid of two columns' groups, with totals of any rectangle at hand. */
final class PairGrid {

    /** A part of the grid: positions on both axes, from included, to excluded. */
    private record Box(int top, int bottom, int left, int right) {}

    private record Cut(Box one, Box other, double gain) {}

    private final Groups across;
    private final int[] downOrder;
    private final int[] acrossOrder;
    private final int width;
    private final double[] gradients;
    private final double[] curvatures;
    private final int[] counts;
    private final int leafRows;
    private final double ridge;

    /**
     * A grid.
     *
     * @param sums of a cell's gradients at twice its number, of its curvatures right behind
     * @param rows how many rows each cell has
     */
    PairGrid(Groups down, Groups across, double[] sums, int[] rows, int leafRows, double ridge) {
        this.across = across;
        this.leafRows = leafRows;
        this.ridge = ridge;
        this.downOrder = order(down, sums, rows, across.count(), across.count(), 1);
        this.acrossOrder = order(across, sums, rows, 1, down.count(), across.count());
        this.width = across.count() + 1;
        this.gradients = new double[(down.count() + 1) * width];
        this.curvatures = new double[gradients.length];
        this.counts = new int[gradients.length];
        for (int r = 0; r < downOrder.length; r++) {
            for (int c = 0; c < acrossOrder.length; c++) {
                int cell = downOrder[r] * across.count() + acrossOrder[c];
                int at = (r + 1) * width + c + 1;
                gradients[at] = sums[2 * cell] + gradients[at - 1] + gradients[at - width] - gradients[at - width - 1];
                curvatures[at] =
                        sums[2 * cell + 1] + curvatures[at - 1] + curvatures[at - width] - curvatures[at - width - 1];
                counts[at] = rows[cell] + counts[at - 1] + counts[at - width] - counts[at - width - 1];
            }
        }
    }

    /**
     * The groups of an axis: those with an order keep it, the others stand by their own values before them.
     *
     * @param stride from a group's first cell to the next group's
     * @param others how many cells a group has
     * @param otherStride from one cell of a group to its next
     */
    private int[] order(Groups groups, double[] sums, int[] rows, int stride, int others, int otherStride) {
        double[] groupSums = new double[2 * Groups.MOST];
        int[] groupRows = new int[Groups.MOST];
        for (int group = 0; group < groups.count(); group++) {
            for (int other = 0; other < others; other++) {
                int cell = group * stride + other * otherStride;
                groupSums[2 * group] += sums[2 * cell];
                groupSums[2 * group + 1] += sums[2 * cell + 1];
                groupRows[group] += rows[cell];
            }
        }
        int alone = groups.count() - groups.ordered();
        int[] order = new int[groups.count()];
        boolean[] placed = new boolean[groups.count()];
        int next = 0;
        for (int group : Segments.byValue(groupSums, groupRows, alone, ridge)) {
            order[next++] = group;
            placed[group] = true;
        }
        for (int group = 0; group < order.length; group++) {
            if (!placed[group]) {
                order[next++] = group;
            }
        }
        return order;
    }

    /**
     * Gives every cell the best step of its part: the grid is divided into at most so many rectangles, best first, or into
     * four by two crossing cuts where that lowers the loss more, as it does when neither column says anything alone.
     */
    void correct(int most, float[] into) {
        List<Box> greedy = greedy(most);
        Crossing crossing = crossing();
        List<Box> parts = crossing.gain > totalGain(greedy) ? crossing.parts : greedy;
        for (Box box : parts) {
            float value = (float) value(box);
            for (int r = box.top; r < box.bottom; r++) {
                for (int c = box.left; c < box.right; c++) {
                    into[downOrder[r] * across.count() + acrossOrder[c]] = value;
                }
            }
        }
    }

    private List<Box> greedy(int most) {
        List<Box> boxes = new ArrayList<>(List.of(whole()));
        while (boxes.size() < most) {
            Cut best = new Cut(whole(), whole(), 0);
            Box divided = whole();
            for (Box box : boxes) {
                Cut cut = bestCut(box);
                if (cut.gain > best.gain) {
                    best = cut;
                    divided = box;
                }
            }
            if (best.gain == 0) {
                break;
            }
            boxes.remove(divided);
            boxes.add(best.one);
            boxes.add(best.other);
        }
        return boxes;
    }

    private double totalGain(List<Box> boxes) {
        double sum = -gain(whole());
        for (Box box : boxes) {
            sum += gain(box);
        }
        return sum;
    }

    private record Crossing(List<Box> parts, double gain) {}

    /** The two cuts, one on each axis, whose four quarters lower the loss most; no gain where there are none. */
    private Crossing crossing() {
        int bottom = downOrder.length;
        int right = acrossOrder.length;
        double least = gain(whole());
        double best = least;
        int bestDown = 0;
        int bestAcross = 0;
        for (int r = 1; r < bottom; r++) {
            for (int c = 1; c < right; c++) {
                double gain =
                        gain(0, r, 0, c) + gain(0, r, c, right) + gain(r, bottom, 0, c) + gain(r, bottom, c, right);
                if (gain > best && areFull(r, c)) {
                    best = gain;
                    bestDown = r;
                    bestAcross = c;
                }
            }
        }
        List<Box> parts = List.of(
                new Box(0, bestDown, 0, bestAcross),
                new Box(0, bestDown, bestAcross, right),
                new Box(bestDown, bottom, 0, bestAcross),
                new Box(bestDown, bottom, bestAcross, right));
        return new Crossing(parts, best - least);
    }

    private boolean areFull(int r, int c) {
        int bottom = downOrder.length;
        int right = acrossOrder.length;
        return rows(0, r, 0, c) >= leafRows
                && rows(0, r, c, right) >= leafRows
                && rows(r, bottom, 0, c) >= leafRows
                && rows(r, bottom, c, right) >= leafRows;
    }

    /**
     * How much more two crossing cuts could lower the loss than the best single one (after the FAST measure of Lou,
     * Caruana, Gehrke and Hooker 2013).
     */
    double strength() {
        Cut single = bestCut(whole());
        return Math.max(0, crossing().gain - single.gain);
    }

    private Box whole() {
        return new Box(0, downOrder.length, 0, acrossOrder.length);
    }

    private Cut bestCut(Box box) {
        Cut best = new Cut(box, box, 0);
        double whole = gain(box);
        for (int r = box.top + 1; r < box.bottom; r++) {
            best = better(
                    best, new Box(box.top, r, box.left, box.right), new Box(r, box.bottom, box.left, box.right), whole);
        }
        for (int c = box.left + 1; c < box.right; c++) {
            best = better(
                    best, new Box(box.top, box.bottom, box.left, c), new Box(box.top, box.bottom, c, box.right), whole);
        }
        return best;
    }

    private Cut better(Cut best, Box one, Box other, double whole) {
        if (rows(one) < leafRows || rows(other) < leafRows) {
            return best;
        }
        double gain = gain(one) + gain(other) - whole;
        return gain > best.gain ? new Cut(one, other, gain) : best;
    }

    private double value(Box box) {
        return -total(gradients, box.top, box.bottom, box.left, box.right)
                / (total(curvatures, box.top, box.bottom, box.left, box.right) + ridge);
    }

    private double gain(Box box) {
        return gain(box.top, box.bottom, box.left, box.right);
    }

    private double gain(int top, int bottom, int left, int right) {
        double gradient = total(gradients, top, bottom, left, right);
        return gradient * gradient / (total(curvatures, top, bottom, left, right) + ridge);
    }

    private double total(double[] totals, int top, int bottom, int left, int right) {
        return totals[bottom * width + right]
                - totals[top * width + right]
                - totals[bottom * width + left]
                + totals[top * width + left];
    }

    private int rows(Box box) {
        return rows(box.top, box.bottom, box.left, box.right);
    }

    private int rows(int top, int bottom, int left, int right) {
        return counts[bottom * width + right]
                - counts[top * width + right]
                - counts[bottom * width + left]
                + counts[top * width + left];
    }
}
