package org.yinhang.core.allocation;

import java.util.Arrays;

/**
 * The customers whose choice is still open while prices stay within a box, and what all others draw for certain. Only the
 * few who are open need to be asked again and again.
 *
 * @param members positions of the open customers
 * @param drawn what the decided ones draw of each limit
 */
record Undecided(int[] members, double[] drawn) {

    /**
     * An option that is worse by so many temperatures is as good as not wanted: hardly one customer in a hundred at the
     * margin would take it, and colder stages ask again.
     */
    private static final double CERTAIN = 5;

    /**
     * Sorts out who is open.
     *
     * @param universe whom to look at
     * @param prices the middle of the box
     * @param reach how far each price may move to either side
     */
    static Undecided of(
            ContactOptions options, Worth worth, int[] universe, double[] prices, double[] reach, double temperature) {
        int limits = prices.length;
        double[] signed = new double[limits];
        for (int r = 0; r < limits; r++) {
            signed[r] = prices[r] * options.limits().get(r).sign();
        }
        int[][] open = new int[Worth.CHUNKS][];
        double[][] drawn = new double[Worth.CHUNKS][limits];
        Worth.chunks(universe.length).forEach(chunk -> {
            int start = Worth.start(universe.length, chunk);
            int end = Worth.end(universe.length, chunk);
            int[] found = new int[end - start];
            int count = 0;
            Standing standing = new Standing(options, worth, signed, reach);
            for (int m = start; m < end; m++) {
                standing.look(universe[m]);
                if (standing.isDecided(CERTAIN * temperature)) {
                    standing.draw(drawn[chunk]);
                } else {
                    found[count++] = universe[m];
                }
            }
            open[chunk] = Arrays.copyOf(found, count);
        });
        double[] sum = new double[limits];
        for (double[] part : drawn) {
            for (int r = 0; r < limits; r++) {
                sum[r] += part[r];
            }
        }
        return new Undecided(Arrays.stream(open).flatMapToInt(Arrays::stream).toArray(), sum);
    }
}
