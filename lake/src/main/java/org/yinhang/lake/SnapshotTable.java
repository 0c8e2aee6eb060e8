package org.yinhang.lake;

import java.util.List;
import org.yinhang.lake.schema.TableSchema;

/**
 * One table as a snapshot has it.
 *
 * @param schema the canonical columns and any a mapping added
 * @param files its files, ordered by run, bucket and first customer
 */
public record SnapshotTable(TableSchema schema, List<LakeFile> files) {

    public SnapshotTable {
        files = List.copyOf(files);
    }

    /** Number of rows in all files. */
    public long rows() {
        return files.stream().mapToLong(LakeFile::rows).sum();
    }

    /** The files of one bucket, in order. */
    public List<LakeFile> bucket(int bucket) {
        return files.stream().filter(f -> f.bucket() == bucket).toList();
    }
}
