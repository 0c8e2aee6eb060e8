package org.yinhang.lake.tag;

import java.util.Optional;
import org.yinhang.core.predicate.vector.Vector;

/** Values that come from outside the lake: scores of models, tags a bank brings along, tags set by hand. */
@FunctionalInterface
public interface GivenTags {

    /** Nobody gave any. */
    GivenTags NONE = (tag, block, computed) -> Optional.empty();

    /**
     * The values of a tag for the 65,536 customers of a block, of the tag's type, as known on the as-of day; empty when
     * there are none. Asked by several threads.
     *
     * @param computed what the run has computed of this block already: the tags that {@link TagCatalogue#giving} names
     */
    Optional<Vector> values(Tag tag, int block, Computed computed);

    /** The first of both that gives values of a tag. */
    static GivenTags joined(GivenTags one, GivenTags other) {
        return (tag, block, computed) -> one.values(tag, block, computed).or(() -> other.values(tag, block, computed));
    }

    /** What a run knows of a block of customers so far. */
    interface Computed {

        /** The values of a tag, or of another expression of the catalogue, that stands before the one that is asked for. */
        Vector column(String id);

        /** Which rows are customers: bit i of word j stands for row 64 j + i. */
        long[] present();
    }
}
