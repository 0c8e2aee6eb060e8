package org.yinhang.core.glassbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * What a person changes about a curve: a range of neighbouring bins is drawn flat, made to rise or to fall, or set to a value.
 *
 * @param column the column whose curve is changed
 * @param from the first bin of the range
 * @param to the last bin of the range, not before the first
 * @param action what is done to the range
 * @param value what each bin adds afterwards, in log odds; looked at by {@link Action#SET} alone
 */
public record CurveEdit(String column, int from, int to, Action action, double value) {

    /** No bin adds more than this: odds 20,000 times as high. */
    public static final double MOST = 10;

    /** What is done to a range. */
    public enum Action {
        /** Every bin adds the mean of the range. */
        FLATTEN,
        /** No bin adds less than the one before; as near to the old values as that can be. */
        RISING,
        /** No bin adds more than the one before. */
        FALLING,
        /** Every bin adds the value. */
        SET
    }

    /** The same change to a curve that counts so much in a blend: what it sets is told as the blend adds it. */
    public CurveEdit weighing(double weight) {
        return new CurveEdit(column, from, to, action, value / weight);
    }

    /**
     * The values of a curve with this change made.
     *
     * @param curve the curve as it was learned, for its bins and shares
     * @param values what its bins add now
     * @throws FaultException LRN-1010 when there is no such range, LRN-1011 when it has no order to rise or fall by
     */
    List<Double> applied(Curve curve, List<Double> values) {
        check(curve.bins());
        int[] range = IntStream.rangeClosed(from, to).toArray();
        List<Double> changed = new ArrayList<>(values);
        switch (action) {
            case FLATTEN -> {
                double mean = mean(curve, values, from, to + 1);
                IntStream.of(range).forEach(bin -> changed.set(bin, mean));
            }
            case SET -> IntStream.of(range).forEach(bin -> changed.set(bin, value));
            case RISING -> ordered(curve, values, 1, changed);
            case FALLING -> ordered(curve, values, -1, changed);
        }
        return changed;
    }

    private void check(Bins bins) {
        if (from < 0 || to >= bins.count() || from > to) {
            throw fault(
                    "LRN-1010",
                    "The curve of '%s' has no bins %d to %d.".formatted(column, from, to),
                    "Choose bins from 0 to %d.".formatted(bins.count() - 1));
        }
        boolean hasOrder = bins instanceof NumberBins numbers && from >= numbers.firstInterval();
        if ((action == Action.RISING || action == Action.FALLING) && !hasOrder) {
            throw fault(
                    "LRN-1011",
                    "Words, missing and special values of '%s' stand in no order.".formatted(column),
                    "Choose intervals of numbers only, or set a value.");
        }
    }

    /**
     * Checks what it sets, as the whole model adds it.
     *
     * @throws FaultException LRN-1012 when no bin can add so much
     */
    public void checkValue() {
        if (action == Action.SET && !(Math.abs(value) <= MOST)) {
            throw fault(
                    "LRN-1012",
                    "%s is more than a bin can add.".formatted(value),
                    String.format(Locale.ROOT, "Write a number from -%.0f to %.0f.", MOST, MOST));
        }
    }

    private FaultException fault(String code, String what, String next) {
        return new FaultException(Fault.of(code, what, column, next));
    }

    /** Pools neighbours that stand the wrong way round (Ayer and others 1955), each bin with the weight of its rows. */
    private void ordered(Curve curve, List<Double> values, int direction, List<Double> changed) {
        List<Integer> starts = new ArrayList<>();
        for (int bin = from; bin <= to; bin++) {
            starts.add(bin);
            int end = bin + 1;
            while (starts.size() > 1
                    && direction * mean(curve, values, starts.get(starts.size() - 2), starts.getLast())
                            > direction * mean(curve, values, starts.getLast(), end)) {
                starts.removeLast();
            }
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : to + 1;
            double mean = mean(curve, values, starts.get(i), end);
            for (int bin = starts.get(i); bin < end; bin++) {
                changed.set(bin, mean);
            }
        }
    }

    /** The mean of some bins over their rows; the plain mean where no row fell into them. */
    private static double mean(Curve curve, List<Double> values, int from, int end) {
        double rows = 0;
        double sum = 0;
        double plain = 0;
        for (int bin = from; bin < end; bin++) {
            rows += curve.shares().get(bin);
            sum += curve.shares().get(bin) * values.get(bin);
            plain += values.get(bin);
        }
        return end - from == 1 ? values.get(from) : rows > 0 ? sum / rows : plain / (end - from);
    }
}
