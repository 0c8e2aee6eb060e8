package org.yinhang.decision.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.jobs.PresentDay;
import org.yinhang.model.Models;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** After what the day's contacts are planned anew. */
@ApplicationTest
class StandingOutreachTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private PresentDay day;

    @Autowired
    private Models models;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        if (models.declared().stream()
                .allMatch(model -> models.champion(model.id()).isEmpty())) {
            FilledBank.run(jobs, "demo-models", Map.of("model", "expected_approval"));
        }
        idle();
    }

    @Test
    void theContactsArePlannedAfterTagsPlayedDaysAndModelsThatCameToNothing() {
        for (JobEnded ended : List.of(
                new JobEnded(0, "tag-run", JobState.SUCCEEDED),
                new JobEnded(0, "demo-day", JobState.CANCELLED),
                new JobEnded(0, "demo-samples", JobState.SUCCEEDED),
                new JobEnded(0, "demo-models", JobState.FAILED))) {
            assertThat(asksAfter(ended)).as(ended.toString()).isTrue();
        }
        for (JobEnded ended : List.of(
                new JobEnded(0, "tag-run", JobState.FAILED),
                new JobEnded(0, "demo-models", JobState.SUCCEEDED),
                new JobEnded(0, "contact-plan", JobState.SUCCEEDED))) {
            assertThat(asksAfter(ended)).as(ended.toString()).isFalse();
        }
    }

    private boolean asksAfter(JobEnded ended) {
        long before = newest();
        new StandingOutreach(jobs, day, models).plan(ended);
        boolean isAsked = newest() > before;
        idle();
        return isAsked;
    }

    private void idle() {
        Awaitility.await().until(() -> jobs.active().isEmpty());
    }

    private long newest() {
        return jobs.page(ListQuery.first()).items().stream()
                .filter(run -> run.name().equals(OutreachJob.NAME))
                .mapToLong(JobRun::id)
                .max()
                .orElse(0);
    }
}
