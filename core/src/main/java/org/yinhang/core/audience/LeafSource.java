package org.yinhang.core.audience;

import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.vector.Vector;

/** Answers what an index has no column for: lists, saved audiences, and facts that are no tag yet. */
public interface LeafSource {

    /** For conditions over tags alone. */
    LeafSource NONE = new LeafSource() {
        @Override
        public RoaringBitmap members(Expression.Member member) {
            throw new IllegalStateException("lists are not asked here");
        }

        @Override
        public Vector values(Expression.Aggregate facts, int block, char[] rows, int count) {
            throw new IllegalStateException("facts are not asked here");
        }
    };

    /**
     * Who is in a list or a saved audience; not changed afterwards.
     *
     * @throws org.yinhang.core.fault.FaultException when there is no such list or audience
     */
    RoaringBitmap members(Expression.Member member);

    /**
     * The values of facts for some customers of a block. Called by several threads at once.
     *
     * @param rows rows of the block, rising; the first {@code count} entries
     * @return one value a row, in their order, with the same dictionary each time
     */
    Vector values(Expression.Aggregate facts, int block, char[] rows, int count);
}
