package org.yinhang.jobs;

/** Something a person did to a job; the audit writes it down. */
public sealed interface JobEvent {

    /** A run was asked for. */
    record JobRequested(long runId, String name, String requestedBy) implements JobEvent {}

    /** A run was told to stop. */
    record JobCancelRequested(long runId, String name, String requestedBy) implements JobEvent {}

    /** A run is over. */
    record JobEnded(long runId, String name, JobState state) implements JobEvent {}
}
