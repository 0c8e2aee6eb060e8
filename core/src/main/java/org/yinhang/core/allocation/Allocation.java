package org.yinhang.core.allocation;

import java.util.BitSet;

/**
 * A plan that respects every limit, with the proof of how good it is.
 *
 * @param options what could be chosen
 * @param chosen the positions of the chosen options
 * @param value what the plan brings, in fen
 * @param bound no plan can bring more than this, in fen
 * @param shadowPrices what one more unit of each limit would bring, in fen; for the least of something, what one unit
 *     less of it would bring; never below 0
 * @param drawn how much of each limit the plan draws
 */
public record Allocation(
        ContactOptions options, BitSet chosen, double value, double bound, double[] shadowPrices, double[] drawn) {

    /** How far the plan may be from the best one, as a share of the bound; 0 when nothing can be gained at all. */
    public double gap() {
        return bound <= 0 ? 0 : Math.max(0, (bound - value) / bound);
    }

    /** Whether the plan chooses the option at this position. */
    public boolean isChosen(int option) {
        return chosen.get(option);
    }

    /** The first chosen option of the customer at a position, or −1 when the plan leaves them alone. */
    public int first(int customer) {
        int option = chosen.nextSetBit(options.firstOption(customer));
        return option >= 0 && option < options.firstOption(customer + 1) ? option : -1;
    }
}
