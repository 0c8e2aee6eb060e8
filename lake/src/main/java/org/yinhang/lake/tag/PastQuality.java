package org.yinhang.lake.tag;

import java.time.LocalDate;

/**
 * What a run found about one tag.
 *
 * @param run its number
 * @param asOf the day its values were of
 * @param quality what it found
 */
public record PastQuality(long run, LocalDate asOf, TagQuality quality) {}
