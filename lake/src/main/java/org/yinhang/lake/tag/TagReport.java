package org.yinhang.lake.tag;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A finished run of the tag factory.
 *
 * @param number counts up with every run
 * @param asOf the day its values are of
 * @param snapshot the version of the lake it read
 * @param customers how many customers it knows
 * @param tags what it found about each tag, in the order of computation
 */
public record TagReport(long number, LocalDate asOf, long snapshot, long customers, List<TagQuality> tags) {

    public TagReport {
        tags = List.copyOf(tags);
    }

    /** What was found about a tag. */
    public Optional<TagQuality> tag(String id) {
        return tags.stream().filter(tag -> tag.id().equals(id)).findFirst();
    }
}
