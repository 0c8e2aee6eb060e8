package org.yinhang.core.loan.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * The rates a period at which amounts balance. Works in u = ln(1 + rate). Later money loses more of its worth as the rate
 * rises, so flows that change direction once, divided by the discount factor of the day they change, only rise or only
 * fall: they have at most one rate, found between the ends. Otherwise a fine grid is searched for every crossing of zero;
 * a touch without crossing is no rate. Each crossing is bracketed and closed in by Newton steps, or by halves where those
 * leave the bracket or hardly shrink it.
 */
final class RateSolver {

    private static final double LEAST = Math.log(0.01);
    private static final int GRID = 4000;
    private static final int MOST_STEPS = 200;

    private final double[] amounts;
    private final double[] compound;
    private final double[] simple;

    RateSolver(double[] amounts, List<Discounting.Interval> intervals) {
        this.amounts = amounts.clone();
        compound =
                intervals.stream().mapToDouble(Discounting.Interval::compound).toArray();
        simple = intervals.stream().mapToDouble(Discounting.Interval::simple).toArray();
    }

    /** Every rate from −99 % to the largest, ascending, as fractions a period. */
    List<Double> roots(double largest) {
        double most = Math.log1p(largest);
        int steps = hasOneChange() ? 1 : GRID;
        List<Double> roots = new ArrayList<>();
        double low = LEAST;
        double below = value(low);
        for (int step = 1; step <= steps; step++) {
            double high = LEAST + (most - LEAST) * step / steps;
            double above = value(high);
            if (above == 0) {
                roots.add(Math.expm1(high));
            } else if (below != 0 && below < 0 != above < 0) {
                roots.add(Math.expm1(close(low, high, below < 0)));
            }
            low = high;
            below = above;
        }
        return roots;
    }

    private boolean hasOneChange() {
        int changes = 0;
        for (int i = 1; i < amounts.length; i++) {
            changes += amounts[i] < 0 == amounts[i - 1] < 0 ? 0 : 1;
        }
        return changes == 1;
    }

    private double close(double from, double to, boolean rising) {
        double low = from;
        double high = to;
        double at = low < 0 && high > 0 ? 0 : (low + high) / 2;
        double width = high - low;
        for (int step = 0; step < MOST_STEPS; step++) {
            double value = value(at);
            if (value == 0) {
                return at;
            }
            if (value < 0 == rising) {
                low = at;
            } else {
                high = at;
            }
            double newton = at - value / slope(at);
            boolean isInside = newton > low && newton < high && Math.abs(newton - at) < width / 2;
            double next = isInside ? newton : (low + high) / 2;
            width = Math.abs(next - at);
            if (next == at || width < 1e-15) {
                return next;
            }
            at = next;
        }
        return at;
    }

    /** Present value, scaled by the largest discount factor so that it never overflows. */
    double value(double u) {
        double rate = Math.expm1(u);
        double scale = scale(u);
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += amounts[i] * Math.exp(-compound[i] * u - scale) / (1 + simple[i] * rate);
        }
        return sum;
    }

    /** The derivative of the present value by u, at the same scale. */
    private double slope(double u) {
        double rate = Math.expm1(u);
        double growth = Math.exp(u);
        double scale = scale(u);
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            double grown = 1 + simple[i] * rate;
            double factor = Math.exp(-compound[i] * u - scale) / grown;
            sum -= amounts[i] * factor * (compound[i] + simple[i] * growth / grown);
        }
        return sum;
    }

    private double scale(double u) {
        return u < 0 ? -compound[compound.length - 1] * u : 0;
    }
}
