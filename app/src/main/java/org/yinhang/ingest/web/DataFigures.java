package org.yinhang.ingest.web;

import java.time.Instant;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.schema.CanonicalSchema;

/**
 * What the lake holds.
 *
 * @param snapshot its newest version; 0 when it is empty
 * @param at when that was published
 * @param customers rows of the table of customers
 * @param rows rows of all the bank's tables
 * @param tables how many of the bank's tables have rows
 */
public record DataFigures(long snapshot, Instant at, long customers, long rows, long tables) {

    static DataFigures of(Snapshot snapshot) {
        long[] rows = CanonicalSchema.bundled().tables().stream()
                .mapToLong(table -> snapshot.table(table.name()).rows())
                .filter(count -> count > 0)
                .toArray();
        long all = 0;
        for (long count : rows) {
            all += count;
        }
        return new DataFigures(
                snapshot.version(),
                snapshot.createdAt(),
                snapshot.table("customers").rows(),
                all,
                rows.length);
    }
}
