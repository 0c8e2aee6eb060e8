package org.yinhang.tag;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.GivenTags;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.lake.tag.TagsOfDay;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.shared.BusinessClock;

/** Tags as they would have been on a day: the definitions and models of today over what had happened before it. */
@Component
public class PastTags {

    private final Lake lake;
    private final TagRuns runs;
    private final TagDefinitions definitions;
    private final ModelScores scores;
    private final GivenValues given;
    private final BusinessClock clock;

    PastTags(
            Lake lake,
            TagRuns runs,
            TagDefinitions definitions,
            ModelScores scores,
            GivenValues given,
            BusinessClock clock) {
        this.given = given;
        this.lake = lake;
        this.runs = runs;
        this.definitions = definitions;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * Computes some tags and asks; one question at a time, for it takes the memory of a run.
     *
     * @param ids the tags the question reads
     * @throws FaultException {@code TAG-2005} for a day that has not come
     */
    public synchronized <T> T on(LocalDate day, Set<String> ids, Function<TagShelf.Tags, T> question) {
        if (day.isAfter(clock.today())) {
            throw new FaultException(Fault.of(
                    "TAG-2005",
                    "The day has not come yet.",
                    day.toString(),
                    "Choose a day up to %s.".formatted(clock.today())));
        }
        Snapshot snapshot = lake.current();
        Map<String, Tag> tags = definitions.byId();
        ScoredTags scored = scores.of(TagCatalogue.compile(tags.values(), snapshot), snapshot);
        AsOf asOf = new AsOf(day, clock.zone());
        Path work = runs.folder().resolve("days");
        return TagsOfDay.ask(
                lake,
                snapshot,
                scored.catalogue(),
                ids,
                asOf,
                GivenTags.joined(scored, given.asOf(day)),
                work,
                (index, report) -> question.apply(new TagShelf.Tags(index, report, asOf, tags)));
    }
}
