package org.yinhang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** Work that follows the days a demo plays. */
@ApplicationTest
class PresentDayTests {

    /** Runs that are done at the same time. */
    private static final int WORKERS = 2;

    private static final Set<String> AFTER = Set.of("tag-run");
    private static final JobEnded TAGS = new JobEnded(0, "tag-run", JobState.SUCCEEDED);

    @Autowired
    private Jobs jobs;

    @Autowired
    private PresentDay day;

    @Autowired
    private ScriptedJob scripted;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private ApplicationEventPublisher events;

    private PresentDay with(boolean demo, int playedDays) {
        return new PresentDay(
                jobs,
                new YinhangSettings(
                        settings.dataFolder(),
                        settings.keysFolder(),
                        demo,
                        playedDays,
                        true,
                        settings.zone(),
                        settings.outcomesEvery(),
                        settings.font(),
                        settings.cipher()));
    }

    @Test
    void beforeADemoHasPlayedItsFirstDaysNothingIsFoundOrPlanned() {
        assertThat(with(true, 40).isReached(TAGS, AFTER)).isFalse();
        assertThat(with(true, 40).isToCome()).isTrue();
        assertThat(with(true, 0).isReached(TAGS, AFTER)).isTrue();
        assertThat(with(false, 40).isReached(TAGS, AFTER)).isTrue();
    }

    @Test
    void playedDaysAreFollowedHoweverTheyEnded() {
        for (JobState state : new JobState[] {JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED}) {
            assertThat(with(true, 40).isReached(new JobEnded(0, "demo-samples", state), AFTER))
                    .isTrue();
            assertThat(day.isReached(new JobEnded(0, "demo-day", state), AFTER)).isTrue();
        }
        assertThat(day.isReached(new JobEnded(0, "tag-run", JobState.FAILED), AFTER))
                .isFalse();
        assertThat(day.isReached(new JobEnded(0, "audit-verify", JobState.SUCCEEDED), AFTER))
                .isFalse();
    }

    @Test
    void afterPlayedDaysThePlanAndTheOpportunitiesAreMadeAnew() {
        FilledBank.withTags(jobs, clock, shelf);
        for (String played : new String[] {"demo-day", "demo-samples"}) {
            idle();
            for (String following : new String[] {"contact-plan", "opportunity-identify"}) {
                long before = newest(following);
                events.publishEvent(new JobEnded(0, played, JobState.SUCCEEDED));
                assertThat(newest(following)).as(following + " after " + played).isGreaterThan(before);
                idle();
            }
        }
    }

    @Test
    void workAskedForWhileItRunsIsDoneOnceMoreAndWhileItWaitsItIsNot() throws Exception {
        idle();
        CountDownLatch begun = new CountDownLatch(WORKERS);
        CountDownLatch end = new CountDownLatch(1);
        for (int worker = 0; worker < WORKERS; worker++) {
            long before = newest(ScriptedJob.NAME);
            scripted.next(_ -> {
                begun.countDown();
                end.await();
            });
            jobs.renew(ScriptedJob.NAME);
            assertThat(newest(ScriptedJob.NAME)).isGreaterThan(before);
            Awaitility.await().until(() -> jobs.active().stream().noneMatch(run -> run.state() == JobState.QUEUED));
        }
        begun.await();
        scripted.next(_ -> end.await());
        jobs.renew(ScriptedJob.NAME);
        long last = newest(ScriptedJob.NAME);
        jobs.renew(ScriptedJob.NAME);
        assertThat(newest(ScriptedJob.NAME)).isEqualTo(last);
        end.countDown();
        idle();
        assertThat(jobs.find(last).orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
    }

    private void idle() {
        Awaitility.await().until(() -> jobs.active().isEmpty());
    }

    /** The number of the newest run of a kind, or 0. */
    private long newest(String name) {
        return jobs.page(ListQuery.first()).items().stream()
                .filter(run -> run.name().equals(name))
                .mapToLong(JobRun::id)
                .max()
                .orElse(0);
    }
}
