package org.yinhang.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * Finds the plan that brings most by Lagrangian relaxation: give each limit a price, let every customer take what is worth
 * most after paying for it, and look for the prices at which demand fits. The relaxed value at any prices is a bound on every
 * plan, and the prices are what one more unit of each limit is worth (Geoffrion 1974, Lagrangean relaxation for integer
 * programming). {@link DualPrices} finds them, {@link Repair} makes whole-numbered choices of them.
 *
 * <p>Equal problems give equal plans, in whatever order customers, options and limits' draws were added and on however many
 * processors.
 */
public final class Allocator {

    /** More than any plan draws, and far from where sums overflow. */
    private static final double WIDE = 1e200;

    private Allocator() {}

    /**
     * The best plan that can be found.
     *
     * @throws FaultException ALC-1001 when no plan keeps all limits, naming those in conflict
     */
    public static Allocation allocate(ContactOptions options) {
        return attempt(options, Optional.empty()).orElseThrow(() -> conflict(options));
    }

    /**
     * The best plan that can be found, sooner when a like problem has been solved before.
     *
     * @param known the plan of that problem, over the same limits but for their amounts
     * @throws FaultException ALC-1001 when no plan keeps all limits, naming those in conflict
     */
    public static Allocation replan(ContactOptions options, Allocation known) {
        if (known.shadowPrices().length != options.limits().size()) {
            throw new IllegalArgumentException("limits of the known plan: %d (expected: %d)"
                    .formatted(known.shadowPrices().length, options.limits().size()));
        }
        return attempt(options, Optional.of(known)).orElseThrow(() -> conflict(options));
    }

    private static Optional<Allocation> attempt(ContactOptions options, Optional<Allocation> known) {
        Worth worth = Worth.of(options);
        DualPrices.Found found = known.map(plan -> DualPrices.near(options, worth, plan))
                .orElseGet(() -> DualPrices.find(options, worth));
        double[] prices = found.prices();
        double[] signed = IntStream.range(0, prices.length)
                .mapToDouble(r -> prices[r] * options.limits().get(r).sign())
                .toArray();
        BitSet chosen = wanted(options, worth, signed);
        Repair repair = new Repair(options, worth, signed, chosen);
        boolean isKept = repair.keepLimits(found.near())
                || repair.keepLimits(IntStream.range(0, options.customers()).toArray());
        if (!isKept) {
            return Optional.empty();
        }
        repair.useWhatIsLeft(found.near());
        double value = 0;
        for (int option = chosen.nextSetBit(0); option >= 0; option = chosen.nextSetBit(option + 1)) {
            value += options.value(option);
        }
        return Optional.of(
                new Allocation(options, chosen, value, bound(options, signed), prices, Repair.drawn(options, chosen)));
    }

    /** What every customer wants at these prices. */
    private static BitSet wanted(ContactOptions options, Worth worth, double[] signed) {
        int customers = options.customers();
        BitSet[] parts = new BitSet[Worth.CHUNKS];
        Worth.chunks(customers).forEach(chunk -> {
            int start = Worth.start(customers, chunk);
            int end = Worth.end(customers, chunk);
            int base = options.firstOption(start);
            BitSet part = new BitSet(options.firstOption(end) - base);
            Standing standing = new Standing(options, worth, signed, new double[signed.length]);
            for (int c = start; c < end; c++) {
                standing.look(c);
                for (int o = options.firstOption(c); o < options.firstOption(c + 1); o++) {
                    part.set(o - base, standing.isBest(o));
                }
            }
            parts[chunk] = part;
        });
        BitSet chosen = new BitSet(options.options());
        for (int chunk = 0; chunk < parts.length; chunk++) {
            int base = options.firstOption(Worth.start(customers, chunk));
            parts[chunk].stream().forEach(o -> chosen.set(base + o));
        }
        return chosen;
    }

    /** The relaxed value at these prices, of the values as they are. */
    private static double bound(ContactOptions options, double[] signed) {
        int customers = options.customers();
        double[] sums = new double[Worth.CHUNKS];
        Worth.chunks(customers).forEach(chunk -> {
            double[] best = new double[options.perCustomer()];
            for (int c = Worth.start(customers, chunk); c < Worth.end(customers, chunk); c++) {
                Arrays.fill(best, 0);
                for (int o = options.firstOption(c); o < options.firstOption(c + 1); o++) {
                    double reduced = options.value(o) - options.cost(o, signed);
                    for (int k = 0; k < best.length && reduced > 0; k++) {
                        double held = best[k];
                        best[k] = Math.max(held, reduced);
                        reduced = Math.min(held, reduced);
                    }
                }
                for (double one : best) {
                    sums[chunk] += one;
                }
            }
        });
        double bound = 0;
        for (int r = 0; r < signed.length; r++) {
            bound += signed[r] * options.limits().get(r).amount();
        }
        for (double sum : sums) {
            bound += sum;
        }
        return bound;
    }

    /** Leaves out one limit after another as long as the rest still cannot be kept: what remains is in conflict. */
    private static FaultException conflict(ContactOptions options) {
        List<Limit> conflicting = new ArrayList<>(options.limits());
        for (Limit limit : options.limits()) {
            List<Limit> without = new ArrayList<>(conflicting);
            without.remove(limit);
            if (attempt(options.under(loosened(options, without)), Optional.empty())
                    .isEmpty()) {
                conflicting = without;
            }
        }
        return new FaultException(Fault.of(
                "ALC-1001",
                "No plan keeps these limits together: %s."
                        .formatted(conflicting.stream().map(Limit::words).collect(Collectors.joining(", "))),
                "limits",
                "Raise a most, lower a least, or let more customers pass the guards."));
    }

    /** All limits, those not kept so wide that they never bind. */
    private static List<Limit> loosened(ContactOptions options, List<Limit> kept) {
        return options.limits().stream()
                .map(limit -> kept.contains(limit) ? limit : new Limit(limit.name(), limit.kind(), limit.sign() * WIDE))
                .toList();
    }
}
