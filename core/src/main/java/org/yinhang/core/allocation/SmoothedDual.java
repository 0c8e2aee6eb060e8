package org.yinhang.core.allocation;

import java.util.stream.IntStream;

/**
 * What the limits are worth at given prices, smoothed: every customer takes each option with the probability of a multinomial
 * logit instead of the best one outright. The temperature tells how far from the best an option may be and still be
 * wanted; towards 0 this is the Lagrangian dual, and from above at every temperature (Nesterov 2005, Smooth minimization of
 * non-smooth functions). Its gradient is the room left under each limit; its curvature says how demand answers to prices.
 */
final class SmoothedDual {

    /** Options wanted with less than this probability are left out. */
    private static final double NEGLIGIBLE = 1e-12;

    private static final int FEW_LIMITS = 64;

    private final ContactOptions options;
    private final Worth worth;
    private final int[] members;
    private final double[] room;
    private final int chunks;

    /**
     * Over some of the customers.
     *
     * @param members their positions
     * @param room what they may draw together of each limit, in the limit's own sign
     */
    SmoothedDual(ContactOptions options, Worth worth, int[] members, double[] room) {
        this.options = options;
        this.worth = worth;
        this.members = members;
        this.room = room;
        this.chunks = room.length <= FEW_LIMITS ? 32 : 4;
    }

    /**
     * Value and derivatives at some prices.
     *
     * @param value in fen
     * @param gradient one a limit
     * @param curvature lower half of the matrix of second derivatives; empty when not asked for
     */
    record Point(double value, double[] gradient, double[][] curvature) {}

    Point at(double[] prices, double temperature, boolean withCurvature) {
        int limits = prices.length;
        double[] signed = new double[limits];
        for (int r = 0; r < limits; r++) {
            signed[r] = prices[r] * options.limits().get(r).sign();
        }
        IntStream parts = IntStream.range(0, chunks);
        SoftDemand[] demands = (members.length > 500 ? parts.parallel() : parts)
                .mapToObj(chunk -> demand(chunk, signed, temperature, withCurvature))
                .toArray(SoftDemand[]::new);
        double value = 0;
        double[] gradient = new double[limits];
        double[][] curvature = new double[withCurvature ? limits : 0][];
        for (int r = 0; r < limits; r++) {
            double sign = options.limits().get(r).sign();
            value += signed[r] * room[r];
            gradient[r] = sign * room[r];
            for (SoftDemand demand : demands) {
                gradient[r] -= sign * demand.drawn()[r];
            }
            if (withCurvature) {
                curvature[r] = new double[r + 1];
                for (int s = 0; s <= r; s++) {
                    double sum = 0;
                    for (SoftDemand demand : demands) {
                        sum += demand.spread()[r][s];
                    }
                    curvature[r][s] = sum * sign * options.limits().get(s).sign() / temperature;
                }
            }
        }
        for (SoftDemand demand : demands) {
            value += demand.value();
        }
        return new Point(value, gradient, curvature);
    }

    private SoftDemand demand(int chunk, double[] signed, double temperature, boolean withCurvature) {
        SoftDemand demand = new SoftDemand(options, signed, withCurvature);
        double[] reduced = new double[16];
        double[] wanted = new double[16];
        int end = (int) ((long) members.length * (chunk + 1) / chunks);
        for (int m = (int) ((long) members.length * chunk / chunks); m < end; m++) {
            int customer = members[m];
            int first = options.firstOption(customer);
            int count = options.firstOption(customer + 1) - first;
            if (count > reduced.length) {
                reduced = new double[count * 2];
                wanted = new double[count * 2];
            }
            long key = worth.key(customer);
            for (int i = 0; i < count; i++) {
                reduced[i] = worth.reduced(key, first + i, signed);
            }
            if (options.perCustomer() == 1) {
                demand.add(one(reduced, wanted, count, temperature));
                demand.addOne(first, wanted, count, NEGLIGIBLE);
            } else {
                SeveralOptions several =
                        SeveralOptions.of(reduced, count, options.perCustomer(), temperature, withCurvature);
                demand.add(several.value());
                demand.addSeveral(first, several);
            }
        }
        return demand;
    }

    /** How much each of at most one option is wanted; returns the smoothed best. */
    private static double one(double[] reduced, double[] wanted, int count, double temperature) {
        double best = 0;
        for (int i = 0; i < count; i++) {
            best = Math.max(best, reduced[i]);
        }
        double sum = Math.exp(-best / temperature);
        for (int i = 0; i < count; i++) {
            double apart = (reduced[i] - best) / temperature;
            wanted[i] = apart < -30 ? 0 : Math.exp(apart);
            sum += wanted[i];
        }
        for (int i = 0; i < count; i++) {
            wanted[i] /= sum;
        }
        return best + temperature * Math.log(sum);
    }
}
