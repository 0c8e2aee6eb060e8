package org.yinhang.core.allocation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings the choices at the final prices within the limits and uses what is left. The customers who are nearly indifferent
 * change their option, each change judged by what it loses at the prices; at good prices that is next to nothing.
 */
final class Repair {

    private static final int PASSES = 200;

    private final ContactOptions options;
    private final Worth worth;
    private final double[] signed;
    private final BitSet chosen;
    private final double[] drawn;
    private final double[] weight;

    /**
     * Over a plan.
     *
     * @param signed prices times the sign of their limits
     * @param chosen the options chosen, changed in place
     */
    Repair(ContactOptions options, Worth worth, double[] signed, BitSet chosen) {
        this.options = options;
        this.worth = worth;
        this.signed = signed;
        this.chosen = chosen;
        this.drawn = drawn(options, chosen);
        this.weight = new double[signed.length];
        for (int r = 0; r < weight.length; r++) {
            double amount = Math.abs(options.limits().get(r).amount());
            weight[r] = 1 / Math.max(1e-9, Math.max(amount, Math.abs(drawn[r])));
        }
    }

    /** What a plan draws of each limit, summed in the order of the options. */
    static double[] drawn(ContactOptions options, BitSet chosen) {
        double[] drawn = new double[options.limits().size()];
        for (int option = chosen.nextSetBit(0); option >= 0; option = chosen.nextSetBit(option + 1)) {
            options.draw(option, 1, drawn);
        }
        return drawn;
    }

    /** Giving up one option for another; −1 is none. */
    private record Change(int customer, int out, int in, double loss, double order) {}

    /** Keeps every limit, with as little loss as can be found; false when it cannot. */
    boolean keepLimits(int[] customers) {
        for (int pass = 0; pass < PASSES && excess() > 0; pass++) {
            boolean isBetter = false;
            for (Change change : relieving(customers)) {
                double before = excess();
                if (before == 0) {
                    return true;
                }
                if (isPossible(change)) {
                    apply(change, 1);
                    if (excess() < before * (1 - 1e-12)) {
                        isBetter = true;
                    } else {
                        apply(change, -1);
                    }
                }
            }
            if (!isBetter) {
                return false;
            }
        }
        return excess() == 0;
    }

    /** Takes every change that brings more and breaks no limit, those first that lose least at the prices. */
    void useWhatIsLeft(int[] customers) {
        boolean isBetter = true;
        for (int pass = 0; pass < PASSES && isBetter; pass++) {
            isBetter = false;
            for (Change change : gaining(customers)) {
                if (isPossible(change)) {
                    apply(change, 1);
                    if (excess() == 0) {
                        isBetter = true;
                    } else {
                        apply(change, -1);
                    }
                }
            }
        }
    }

    private List<Change> relieving(int[] customers) {
        return Arrays.stream(customers)
                .boxed()
                .flatMap(c -> changes(c).stream())
                .map(change -> {
                    double before = excess();
                    apply(change, 1);
                    double relief = before - excess();
                    apply(change, -1);
                    return new Change(change.customer, change.out, change.in, change.loss, change.loss / relief);
                })
                .filter(change -> change.order >= 0 && change.order < Double.POSITIVE_INFINITY)
                .sorted(ORDER)
                .toList();
    }

    private List<Change> gaining(int[] customers) {
        return Arrays.stream(customers)
                .boxed()
                .flatMap(c -> changes(c).stream())
                .filter(change -> value(change.in) > value(change.out) + 1e-9 * worth.scale())
                .sorted(ORDER)
                .toList();
    }

    private static final Comparator<Change> ORDER = Comparator.comparingDouble(Change::order)
            .thenComparingInt(Change::customer)
            .thenComparingInt(Change::out)
            .thenComparingInt(Change::in);

    private double value(int option) {
        return option < 0 ? 0 : options.value(option);
    }

    private double reduced(long key, int option) {
        return option < 0 ? 0 : worth.reduced(key, option, signed);
    }

    /** Every single change of one customer's options. */
    private List<Change> changes(int customer) {
        int first = options.firstOption(customer);
        int end = options.firstOption(customer + 1);
        int taken = chosen.get(first, end).cardinality();
        long key = worth.key(customer);
        IntStream outs = IntStream.range(first, end).filter(chosen::get);
        int[] from = taken < options.perCustomer()
                ? IntStream.concat(IntStream.of(-1), outs).toArray()
                : outs.toArray();
        return Arrays.stream(from)
                .boxed()
                .flatMap(out -> IntStream.concat(
                                IntStream.of(-1), IntStream.range(first, end).filter(o -> !chosen.get(o)))
                        .filter(in -> in != out)
                        .mapToObj(in -> {
                            double loss = reduced(key, out) - reduced(key, in);
                            return new Change(customer, out, in, loss, loss);
                        }))
                .toList();
    }

    private boolean isPossible(Change change) {
        int first = options.firstOption(change.customer);
        int end = options.firstOption(change.customer + 1);
        return (change.out < 0 ? chosen.get(first, end).cardinality() < options.perCustomer() : chosen.get(change.out))
                && (change.in < 0 || !chosen.get(change.in));
    }

    private void apply(Change change, int direction) {
        if (change.out >= 0) {
            options.draw(change.out, -direction, drawn);
            chosen.set(change.out, direction < 0);
        }
        if (change.in >= 0) {
            options.draw(change.in, direction, drawn);
            chosen.set(change.in, direction > 0);
        }
    }

    /** By how much all limits are broken together, each as a share of its amount; 0 when every one is kept. */
    private double excess() {
        double excess = 0;
        for (int r = 0; r < drawn.length; r++) {
            double over = options.limits().get(r).excess(drawn[r]) * weight[r];
            excess += over > 1e-12 ? over : 0;
        }
        return excess;
    }
}
