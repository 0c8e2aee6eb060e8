package org.yinhang.product;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinhang.lake.tag.Tag;
import org.yinhang.tag.TagShelf;

/** What policies may see of the tags in force, worked out once for a run and a day. */
@Component
public class TagSight {

    private volatile @Nullable Sight last;

    private record Sight(Map<String, Tag> tags, LocalDate of, LocalDate day, SeenFacts seen) {}

    /**
     * What may be seen.
     *
     * @param today the business day
     */
    public SeenFacts of(TagShelf.Tags tags, LocalDate today) {
        Sight present = last;
        LocalDate of = tags.asOf().day();
        if (present == null
                || present.tags() != tags.definitions()
                || !present.of().equals(of)
                || !present.day().equals(today)) {
            present = new Sight(
                    tags.definitions(),
                    of,
                    today,
                    SeenFacts.of(tags.definitions().values(), of, today));
            last = present;
        }
        return present.seen();
    }
}
