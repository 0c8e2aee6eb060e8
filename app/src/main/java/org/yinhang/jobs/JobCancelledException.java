package org.yinhang.jobs;

/** Somebody cancelled the run; thrown from its progress so that the work unwinds. */
public final class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobCancelledException() {
        super("cancelled");
    }
}
