package org.yinhang.lake.ingest;

import java.util.Map;

/** One canonical table a load fills, in the steps that all tables take together. Plans go by their number. */
sealed interface Target permits TableLoad, ReferenceLoad {

    /** Gathers the good rows of all inputs. */
    void prepare();

    /** Leaves out rows that earlier loads brought; gives how many of each plan. */
    Map<Integer, Long> removeKnown();

    /** Writes the files, without rows that are there twice; gives how many rows of each plan they hold. */
    Map<Integer, Long> write();
}
