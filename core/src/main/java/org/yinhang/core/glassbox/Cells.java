package org.yinhang.core.glassbox;

/**
 * Where a term can hold different values: at most 256 cells, one a row. Finds in a histogram over the cells the steps that
 * lower the loss most.
 */
interface Cells {

    /** Room for any cell's number. */
    int MOST = 256;

    /** The cell of each row as an unsigned byte; shared, not to be written. */
    byte[] codes();

    /** How many cells there are. */
    int count();

    /**
     * The best correction by few steps.
     *
     * @param sums of a cell's gradients at twice its number, of its curvatures right behind
     * @param rows how many rows each cell has
     * @param ridge penalty on the square of a step, in curvature
     * @param into what to add to each cell's value before the learning rate; written
     */
    void correct(double[] sums, int[] rows, double ridge, float[] into);
}
