package org.yinhang.lake.tag;

import java.util.Optional;
import org.yinhang.core.predicate.vector.Vector;

/** Values that come from outside the lake: scores of models, tags a bank brings along, tags set by hand. */
@FunctionalInterface
public interface GivenTags {

    /** Nobody gave any. */
    GivenTags NONE = (tag, block) -> Optional.empty();

    /**
     * The values of a tag for the 65,536 customers of a block, of the tag's type, as known on the as-of day; empty when
     * there are none. Asked by several threads.
     */
    Optional<Vector> values(Tag tag, int block);
}
