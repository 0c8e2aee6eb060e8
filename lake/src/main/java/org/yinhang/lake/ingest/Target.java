package org.yinhang.lake.ingest;

import java.util.Map;

/** One canonical table a load fills, in the steps that all tables take together. Plans go by their number. */
sealed interface Target permits TableLoad, ReferenceLoad {

    /** Gathers the good rows of all inputs and leaves those out that are there twice. */
    void prepare();

    /** Leaves out rows that earlier loads brought; gives how many of each plan. */
    Map<Integer, Long> removeKnown();

    /** How many rows of each plan are left. */
    Map<Integer, Long> counts();

    /** Writes the files. */
    void write();
}
