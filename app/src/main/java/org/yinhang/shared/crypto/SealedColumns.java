package org.yinhang.shared.crypto;

import java.util.List;

/** Whoever keeps encrypted values in the database names their columns, so that they can be encrypted anew. */
@FunctionalInterface
public interface SealedColumns {

    /** The columns as {@code table.column}: under these very names their values are encrypted by {@link ColumnCipher}. */
    List<String> sealed();
}
