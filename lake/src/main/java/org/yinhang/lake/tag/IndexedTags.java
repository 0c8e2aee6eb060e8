package org.yinhang.lake.tag;

import java.util.Optional;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.predicate.vector.Vector;

/** Values from outside the lake as a finished run took them: a trial sees the scores and lists that are in force. */
public final class IndexedTags implements GivenTags {

    private final Index index;
    private final char[] rows = new char[BlockValues.ROWS];

    /** @param index of the run; open for as long as values are asked for */
    public IndexedTags(Index index) {
        this.index = index;
        for (int row = 0; row < rows.length; row++) {
            rows[row] = (char) row;
        }
    }

    @Override
    public Optional<Vector> values(Tag tag, int block, Computed computed) {
        return block >= index.blocks()
                ? Optional.empty()
                : index.column(tag.id())
                        .filter(column -> column.type() == tag.type())
                        .map(column -> column.read(block, rows, rows.length));
    }
}
