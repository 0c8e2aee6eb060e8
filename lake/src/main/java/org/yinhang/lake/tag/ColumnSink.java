package org.yinhang.lake.tag;

import org.yinhang.core.predicate.vector.Vector;

/** Takes the values of tags block by block, from several threads, each block and tag once. */
public interface ColumnSink {

    /** Which rows of a block are customers; comes before the block's columns. */
    void customers(int block, long[] present);

    /** The values of a tag; the array is the sink's to keep. */
    void column(CompiledTag tag, int block, Vector values);
}
