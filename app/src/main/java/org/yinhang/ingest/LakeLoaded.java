package org.yinhang.ingest;

/**
 * A bank's own files have become a new snapshot of the lake.
 *
 * @param snapshot its version
 * @param requestedBy the user name of who asked for the load
 */
public record LakeLoaded(long snapshot, String requestedBy) {}
