package org.yinhang.audience.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinhang.shared.chart.Chart;

/**
 * How audiences share customers.
 *
 * @param choices every audience the viewer sees
 * @param answer empty before the tags were computed, and for fewer than two audiences that can be read
 * @param matrix for each pair the share of one that is in the other; with the answer
 */
public record OverlapPage(
        List<Choice> choices,
        @Nullable AudienceOverlap answer,
        @Nullable Chart matrix) {

    /** An audience that can be compared. */
    public record Choice(long id, String name, boolean isChosen, boolean isReadable) {}
}
