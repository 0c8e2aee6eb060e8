package org.yinhang.core.allocation;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the prices at which demand fits the limits. The smoothed dual is lowered by Newton's method at ever lower
 * temperatures; while it is hot a small sample of the customers says enough, and when it is cold only the few customers
 * whose choice is still open are asked. So all customers together are looked at a handful of times.
 */
final class DualPrices {

    private static final int FIRST_SAMPLE = 4_096;
    private static final int SAMPLE = 16_384;
    private static final int LARGER_SAMPLE = 65_536;
    private static final double[] HOT = {0.3, 0.1, 0.03};
    private static final double COOLING = 0.2;
    private static final double COLDEST = 1e-9;

    /** What the open customers may still win, at most, as a share of all: a thousandth of the gap that is promised. */
    private static final double SETTLED = 1e-8;

    /** How far prices may move in a stage before all customers are looked at again, in temperatures. */
    private static final double REACH = 3;

    /** As good as no box at all. */
    private static final double ANYWHERE = 1e9;

    private static final int MOST_MOVES = 60;

    private final ContactOptions options;
    private final Worth worth;
    private final double[] unit;
    private final int enough;

    private double[] prices;
    private @Nullable Stage stage;

    /** Whom a stage left open, what the others draw, and the box of prices for which this holds. */
    private record Stage(int[] members, double[] drawn, PriceBox box) {}

    private DualPrices(ContactOptions options, Worth worth, double[] prices) {
        this.options = options;
        this.worth = worth;
        this.prices = prices;
        this.unit = units();
        this.enough = Math.max(400, 20 * options.limits().size());
    }

    /**
     * Prices and who is nearly indifferent at them.
     *
     * @param prices one a limit, at least 0
     * @param near positions of the customers whose choice changes with the slightest move of the prices, and some more
     */
    record Found(double[] prices, int[] near) {}

    /** Finds prices from nothing. */
    static Found find(ContactOptions options, Worth worth) {
        DualPrices search =
                new DualPrices(options, worth, new double[options.limits().size()]);
        int customers = options.customers();
        double coldest = 1 / Math.sqrt(Math.max(1, customers));
        for (double hot : HOT) {
            search.settle(search.sample(FIRST_SAMPLE), Math.max(hot, coldest), ANYWHERE);
        }
        search.settle(search.sample(SAMPLE), Math.max(1 / Math.sqrt(SAMPLE), coldest), ANYWHERE);
        if (customers <= LARGER_SAMPLE) {
            return search.cooled(coldest);
        }
        double temperature = 1 / Math.sqrt(LARGER_SAMPLE);
        int[] all = IntStream.range(0, customers).toArray();
        search.correct(search.drawn(all, temperature));
        return search.cooled(COOLING * coldest);
    }

    /**
     * Finds prices near those of a like problem.
     *
     * @param known the plan of the like problem, over as many limits
     */
    static Found near(ContactOptions options, Worth worth, Allocation known) {
        DualPrices search = new DualPrices(options, worth, known.shadowPrices().clone());
        int customers = options.customers();
        double coldest = 1 / Math.sqrt(Math.max(1, customers));
        if (customers <= LARGER_SAMPLE) {
            return search.cooled(coldest);
        }
        search.correct(known.drawn());
        return search.cooled(COOLING * coldest);
    }

    /**
     * Moves the prices until a sample draws as much more as all customers should. Since the sample is asked about the
     * change alone, what sets it apart from all customers cancels out.
     *
     * @param drawn what all customers draw at the present prices
     */
    private void correct(double[] drawn) {
        int[] sample = sample(LARGER_SAMPLE);
        double share = (double) sample.length / options.customers();
        double temperature = 1 / Math.sqrt(LARGER_SAMPLE);
        double[] room = drawn(sample, temperature);
        for (int r = 0; r < room.length; r++) {
            room[r] += share * (options.limits().get(r).amount() - drawn[r]);
        }
        prices = new BoxNewton(PriceBox.around(prices, unit, temperature, ANYWHERE))
                .lowest(new SmoothedDual(options, worth, sample, room), prices, temperature * worth.scale());
    }

    /** What these customers draw of each limit at the present prices. */
    private double[] drawn(int[] members, double temperature) {
        double[] drawn = new SmoothedDual(options, worth, members, new double[prices.length])
                .at(prices, temperature * worth.scale(), false)
                .gradient();
        for (int r = 0; r < drawn.length; r++) {
            drawn[r] *= -options.limits().get(r).sign();
        }
        return drawn;
    }

    /** The price of each limit that makes its usual draw cost a usual value. */
    private double[] units() {
        double[] sum = new double[prices.length];
        int[] count = new int[prices.length];
        for (int customer : sample(LARGER_SAMPLE)) {
            for (int d = options.firstDraw(options.firstOption(customer));
                    d < options.firstDraw(options.firstOption(customer + 1));
                    d++) {
                sum[options.drawLimit(d)] += Math.abs(options.drawAmount(d));
                count[options.drawLimit(d)]++;
            }
        }
        return IntStream.range(0, sum.length)
                .mapToDouble(r -> count[r] == 0 ? worth.scale() : worth.scale() * count[r] / sum[r])
                .toArray();
    }

    /** About so many customers, chosen by their keys alone; a larger sample holds the smaller ones. */
    private int[] sample(int size) {
        int customers = options.customers();
        if (size >= customers) {
            return IntStream.range(0, customers).toArray();
        }
        double share = (double) size / customers;
        int[] chosen = IntStream.range(0, customers)
                .filter(c -> (Worth.mixed(~options.customerKey(c)) >>> 11) * 0x1p-53 < share)
                .toArray();
        return chosen.length == 0 ? new int[] {0} : chosen;
    }

    /** Lowers the temperature until those left open have hardly anything to win. */
    private Found cooled(double start) {
        int[] all = IntStream.range(0, options.customers()).toArray();
        int[] near = all;
        for (double temperature = start; temperature >= COLDEST; temperature *= COOLING) {
            int[] open = settle(all, temperature, REACH).members();
            if (open.length >= enough) {
                near = open;
            }
            if (temperature * open.length <= SETTLED * all.length) {
                break;
            }
        }
        return new Found(prices, near);
    }

    /** Lowers the dual of these customers at one temperature; a price at the edge of its box moves the box there. */
    private Stage settle(int[] universe, double temperature, double firstReach) {
        double share = (double) universe.length / options.customers();
        double widening = firstReach;
        for (int move = 0; ; move++) {
            PriceBox box = PriceBox.around(prices, unit, temperature, widening);
            int[] asked = universe;
            double[] drawn = new double[prices.length];
            if (share == 1 && stage != null) {
                box = box.within(stage.box());
                asked = stage.members();
                drawn = stage.drawn().clone();
            }
            Undecided open =
                    Undecided.of(options, worth, asked, prices, box.reach(prices), temperature * worth.scale());
            double[] room = new double[prices.length];
            for (int r = 0; r < room.length; r++) {
                drawn[r] += open.drawn()[r];
                room[r] = share * options.limits().get(r).amount() - drawn[r];
            }
            SmoothedDual dual = new SmoothedDual(options, worth, open.members(), room);
            prices = new BoxNewton(box).lowest(dual, prices, temperature * worth.scale());
            Stage settled = new Stage(open.members(), drawn, box);
            boolean isAtEdge = box.isAtEdge(prices);
            stage = share == 1 && !isAtEdge ? settled : null;
            if (!isAtEdge || move == MOST_MOVES) {
                return settled;
            }
            widening *= 2;
        }
    }
}
