package org.yinhang.audience;

import java.util.Map;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.FilledBank;

/** A filled bank where the model of expected approval is in force and its customers are scored. */
final class ScoredBank {

    private ScoredBank() {}

    static synchronized void fill(Jobs jobs, BusinessClock clock, TagShelf shelf) {
        FilledBank.withTags(jobs, clock, shelf);
        if (!isScored(shelf)) {
            FilledBank.run(jobs, "demo-models", Map.of("model", "expected_approval"));
        }
        if (!isScored(shelf)) {
            FilledBank.run(jobs, "tag-run", Map.of());
        }
    }

    private static boolean isScored(TagShelf shelf) {
        return shelf.read(tags -> tags.index()
                        .column("expected_approval")
                        .filter(scores -> scores.missing() < tags.index().customers())
                        .isPresent())
                .orElse(false);
    }
}
