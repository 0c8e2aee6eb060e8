package org.yinhang.ingest.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One load from the inbox.
 *
 * @param run the number of its job run
 * @param mapping the mapping file, by its path in the inbox
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param finishedAt when it was over
 * @param outcome how it ended
 * @param snapshot version of the lake afterwards; empty while it is not over, or when it was stopped
 * @param rows rows accepted
 * @param rejected bad rows
 * @param personal how many files had personal data that went into the encrypted columns
 * @param tables what became of each file in each table; empty in lists
 */
public record PastLoad(
        long run,
        String mapping,
        String requestedBy,
        Instant requestedAt,
        Optional<Instant> finishedAt,
        LoadOutcome outcome,
        Optional<Long> snapshot,
        long rows,
        long rejected,
        int personal,
        List<LoadedTable> tables) {

    public PastLoad {
        tables = List.copyOf(tables);
    }
}
