package org.yinhang.opportunity;

/**
 * What a look for opportunities came to.
 *
 * @param chosen customers something spoke for
 * @param withheld of them, those a guard leaves alone
 * @param heldOut those of the standing hold-out
 * @param silent whose opportunity of the same kind was closed lately
 * @param refused who may have none of the products
 * @param opened new opportunities
 * @param joined open opportunities that got one more reason
 */
public record Identified(int chosen, int withheld, int heldOut, int silent, int refused, int opened, int joined) {

    /** Nothing looked at yet. */
    public static final Identified NOTHING = new Identified(0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Identified plus(Identified other) {
        return new Identified(
                chosen + other.chosen,
                withheld + other.withheld,
                heldOut + other.heldOut,
                silent + other.silent,
                refused + other.refused,
                opened + other.opened,
                joined + other.joined);
    }
}
