package org.yinhang.core.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the best plan by Lagrangian relaxation: give each resource a price, let every customer take the option that is
 * worth most after paying for it, and move the prices until demand fits. The prices at the end are the shadow prices,
 * and the relaxed value is a bound on every plan (Geoffrion 1974, Lagrangean relaxation for integer programming).
 *
 * <p>Prices are moved one resource at a time, each to the lowest price at which demand fits its capacity; where an
 * option draws one unit of one resource this is a price-raising auction and ends at the optimum. What is left over is
 * then given to those who value it most. The order of customers never matters but for exact ties, which the lower
 * position wins.
 */
public final class Allocator {

    private static final int SWEEPS = 60;
    private static final int HALVINGS = 60;
    private static final double SETTLED = 1e-9;

    private Allocator() {}

    public static Allocation allocate(ContactOptions options) {
        double[] prices = prices(options);
        int[] chosen = new int[options.customers()];
        double[] used = new double[options.capacity().length];
        double bound = 0;
        for (int r = 0; r < prices.length; r++) {
            bound += prices[r] * options.capacity()[r];
        }
        for (int customer = 0; customer < chosen.length; customer++) {
            int best = best(options, customer, prices);
            chosen[customer] = best;
            bound += best < 0 ? 0 : options.reducedValue(best, prices);
        }
        keepWhatFits(options, prices, chosen, used);
        fill(options, prices, chosen, used);
        double value = 0;
        for (int option : chosen) {
            value += option < 0 ? 0 : options.value()[option];
        }
        return new Allocation(chosen, value, bound, prices, used);
    }

    private static double[] prices(ContactOptions options) {
        double[] prices = new double[options.capacity().length];
        double highest = 1 + Arrays.stream(options.value()).max().orElse(0);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double moved = 0;
            for (int r = 0; r < prices.length; r++) {
                double before = prices[r];
                prices[r] = 0;
                if (demand(options, prices, r) > options.capacity()[r]) {
                    double low = 0;
                    double high = highest / smallestUse(options, r);
                    for (int i = 0; i < HALVINGS; i++) {
                        prices[r] = (low + high) / 2;
                        if (demand(options, prices, r) > options.capacity()[r]) {
                            low = prices[r];
                        } else {
                            high = prices[r];
                        }
                    }
                    prices[r] = high;
                }
                moved = Math.max(moved, Math.abs(prices[r] - before));
            }
            if (moved <= SETTLED * highest) {
                break;
            }
        }
        return prices;
    }

    private static double smallestUse(ContactOptions options, int resource) {
        double smallest = Double.MAX_VALUE;
        for (int use = 0; use < options.useResource().length; use++) {
            if (options.useResource()[use] == resource) {
                smallest = Math.min(smallest, options.useAmount()[use]);
            }
        }
        return smallest == Double.MAX_VALUE ? 1 : smallest;
    }

    private static double demand(ContactOptions options, double[] prices, int resource) {
        double demand = 0;
        for (int customer = 0; customer < options.customers(); customer++) {
            int best = best(options, customer, prices);
            demand += best < 0 ? 0 : amount(options, best, resource);
        }
        return demand;
    }

    private static double amount(ContactOptions options, int option, int resource) {
        double amount = 0;
        for (int use = options.useStart()[option]; use < options.useStart()[option + 1]; use++) {
            amount += options.useResource()[use] == resource ? options.useAmount()[use] : 0;
        }
        return amount;
    }

    /** The option worth most after its price, or −1 when none is worth more than nothing. */
    private static int best(ContactOptions options, int customer, double[] prices) {
        int best = -1;
        double most = 0;
        for (int o = options.optionStart()[customer]; o < options.optionStart()[customer + 1]; o++) {
            double reduced = options.reducedValue(o, prices);
            if (reduced > most) {
                most = reduced;
                best = o;
            }
        }
        return best;
    }

    /** Takes the choices one by one, most wanted first, and drops those that no longer fit. */
    private static void keepWhatFits(ContactOptions options, double[] prices, int[] chosen, double[] used) {
        int[] order = byReducedValue(
                options,
                prices,
                chosen,
                IntStream.range(0, chosen.length).filter(c -> chosen[c] >= 0).toArray());
        for (int customer : order) {
            if (!take(options, chosen[customer], used)) {
                chosen[customer] = -1;
            }
        }
    }

    /** Gives what is left to customers who have nothing yet, most wanted first. */
    private static void fill(ContactOptions options, double[] prices, int[] chosen, double[] used) {
        int[] owner = new int[options.value().length];
        for (int customer = 0; customer < chosen.length; customer++) {
            Arrays.fill(owner, options.optionStart()[customer], options.optionStart()[customer + 1], customer);
        }
        Integer[] left = IntStream.range(0, owner.length)
                .filter(o -> chosen[owner[o]] < 0 && options.value()[o] > 0)
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(
                left,
                Comparator.<Integer>comparingDouble(o -> -options.reducedValue(o, prices))
                        .thenComparingDouble(o -> -options.value()[o])
                        .thenComparingInt(o -> o));
        for (int option : left) {
            if (chosen[owner[option]] < 0 && take(options, option, used)) {
                chosen[owner[option]] = option;
            }
        }
    }

    private static int[] byReducedValue(ContactOptions options, double[] prices, int[] chosen, int[] customers) {
        return IntStream.of(customers)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -options.reducedValue(chosen[c], prices))
                        .thenComparingInt(c -> c))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean take(ContactOptions options, int option, double[] used) {
        for (int use = options.useStart()[option]; use < options.useStart()[option + 1]; use++) {
            int resource = options.useResource()[use];
            if (used[resource] + options.useAmount()[use] > options.capacity()[resource]) {
                return false;
            }
        }
        for (int use = options.useStart()[option]; use < options.useStart()[option + 1]; use++) {
            used[options.useResource()[use]] += options.useAmount()[use];
        }
        return true;
    }
}
