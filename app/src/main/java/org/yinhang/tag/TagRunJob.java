package org.yinhang.tag;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.GivenTags;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRun;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;

/** Computes every tag of every customer in the worker: by hand, after new data, and every morning. */
@Component
class TagRunJob implements JobHandler {

    static final String NAME = "tag-run";

    /** Somebody else computes tags; that ends. */
    private static final String BUSY = "TAG-1010";

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long PAUSE_MILLIS = 500;

    private final Lake lake;
    private final TagRuns runs;
    private final TagDefinitions definitions;
    private final ModelScores scores;
    private final GivenValues given;
    private final TierTag tiers;
    private final BusinessClock clock;

    TagRunJob(
            Lake lake,
            TagRuns runs,
            TagDefinitions definitions,
            ModelScores scores,
            GivenValues given,
            TierTag tiers,
            BusinessClock clock) {
        this.given = given;
        this.tiers = tiers;
        this.lake = lake;
        this.runs = runs;
        this.definitions = definitions;
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) throws InterruptedException {
        for (long began = System.nanoTime(); ; ) {
            try {
                compute(context);
                return;
            } catch (FaultException e) {
                boolean isBusy = e.faults().stream().map(Fault::code).anyMatch(BUSY::equals);
                if (!isBusy || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                context.progress().report("等待 waiting", 0, 0);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void compute(JobContext context) {
        Snapshot snapshot = lake.current();
        ScoredTags scored = scores.of(TagCatalogue.compile(definitions.inForce(), snapshot), snapshot);
        LocalDate today = clock.today();
        TagReport report = TagRun.run(
                lake,
                snapshot,
                scored.catalogue(),
                new AsOf(today, clock.zone()),
                GivenTags.joined(scored, given.asOf(today)),
                runs,
                TagRun.Settings.DEFAULT,
                context.progress());
        tiers.settle();
        long unsound = report.tags().stream().filter(tag -> !tag.isSound()).count();
        String leftOut = scored.leftOut().entrySet().stream()
                .map(model -> model.getKey() + " " + model.getValue().getFirst().code())
                .collect(Collectors.joining(", "));
        context.result(
                "job.told.tag-run",
                report.customers(),
                report.tags().size(),
                unsound,
                scored.models(),
                leftOut,
                scored.leftOut().size());
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR, Role.ANALYST);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(5, 30));
    }
}
