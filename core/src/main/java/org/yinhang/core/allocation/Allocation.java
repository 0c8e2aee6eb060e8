package org.yinhang.core.allocation;

/**
 * A plan that respects every capacity, with the proof of how good it is.
 *
 * @param chosen the option of each customer, as a position in {@link ContactOptions#value()}, or −1 for none
 * @param value what the plan brings, in fen
 * @param bound no plan can bring more than this, in fen
 * @param shadowPrices what one more unit of each resource would bring, in fen
 * @param used how much of each resource the plan draws
 */
public record Allocation(int[] chosen, double value, double bound, double[] shadowPrices, double[] used) {

    /** How far the plan may be from the best one, as a share of the bound; 0 when nothing can be gained at all. */
    public double gap() {
        return bound <= 0 ? 0 : Math.max(0, (bound - value) / bound);
    }
}
