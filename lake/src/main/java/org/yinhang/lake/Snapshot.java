package org.yinhang.lake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yinhang.lake.schema.CanonicalSchema;

/**
 * An immutable state of the whole lake; readers pin one and never see half a load.
 *
 * @param version counts up by one with every commit; 0 is the empty lake
 * @param createdAt when it was published
 * @param tables every canonical table and ledger by name, empty ones included
 * @param loads every load it contains, oldest first
 */
public record Snapshot(long version, Instant createdAt, Map<String, SnapshotTable> tables, List<LoadRecord> loads) {

    public Snapshot {
        tables = Map.copyOf(tables);
        loads = List.copyOf(loads);
    }

    /**
     * The table of that name.
     *
     * @throws NullPointerException when the schema has no such table
     */
    public SnapshotTable table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    /**
     * The version of the bank's data: of the newest load, whatever ledgers the platform wrote after it. 0 when nothing
     * is loaded.
     */
    public long dataVersion() {
        return CanonicalSchema.bundled().tables().stream()
                .map(schema -> table(schema.name()))
                .flatMap(table -> table.files().stream())
                .mapToLong(LakeFile::run)
                .max()
                .orElse(0);
    }

    /** Whether an input with this fingerprint is already in. */
    public boolean contains(String fingerprint) {
        return loads.stream().anyMatch(load -> load.fingerprint().equals(fingerprint));
    }
}
