package org.yinhang.tag.web;

import org.jspecify.annotations.Nullable;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagQuality;

/**
 * A tag of the catalogue and how it did in the run in force.
 *
 * @param quality null when no run has computed it
 */
record TagRow(Tag tag, @Nullable TagQuality quality) {

    double coverage() {
        return quality == null ? -1 : quality.figures().coverage();
    }

    double drift() {
        return quality == null ? -1 : quality.drift().orElse(-1.0);
    }
}
