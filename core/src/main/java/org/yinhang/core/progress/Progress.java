package org.yinhang.core.progress;

/** Where long work reports how far it has come; a terminal bar, a job row and a test all listen the same way. */
@FunctionalInterface
public interface Progress {

    /** A listener that does not care. */
    Progress SILENT = (step, done, total) -> {};

    /**
     * Tells how far the present step has come.
     *
     * @param step what is being done, in words a user reads
     * @param done units finished so far
     * @param total units in all, or 0 when unknown
     */
    void report(String step, long done, long total);
}
