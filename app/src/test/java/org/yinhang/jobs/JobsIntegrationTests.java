package org.yinhang.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.testing.ApplicationTest;

@ApplicationTest
class JobsIntegrationTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private ScriptedJob scripted;

    @Autowired
    @Qualifier("leftRuns")
    private ApplicationRunner left;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aRunGoesFromQueueToResultWithItsInput() throws Exception {
        scripted.next(context -> {
            context.progress().report("counting", 50, 100);
            context.result("hello " + context.input().get("who"));
        });
        JobRun run = await(request(Map.of("who", "bank")), done -> done.state().isOver());
        assertThat(run.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(run.result()).isEqualTo("hello bank");
        assertThat(run.step()).isEqualTo("counting");
        assertThat(run.attempts()).isEqualTo(1);
        assertThat(run.finishedAt()).isPresent();
    }

    @Test
    void aFaultIsKeptWithItsNextStep() throws Exception {
        scripted.next(context -> {
            throw new FaultException(Fault.of("TST-1001", "The file is empty.", "a.csv", "Give another."));
        });
        JobRun run = await(request(Map.of()), done -> done.state().isOver());
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.faults()).containsExactly(Fault.of("TST-1001", "The file is empty.", "a.csv", "Give another."));
    }

    @Test
    void anUnexpectedEndIsToldWithoutItsMessage() throws Exception {
        scripted.next(context -> {
            throw new IllegalStateException("customer 张三");
        });
        JobRun run = await(request(Map.of()), done -> done.state().isOver());
        assertThat(run.faults().getFirst().code()).isEqualTo("JOB-1001");
        assertThat(run.faults().toString()).doesNotContain("张三");
    }

    @Test
    void aCancelledRunUnwindsAtItsNextReport() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        scripted.next(context -> {
            for (int step = 0; ; step++) {
                context.progress().report("step " + step, 0, 0);
                started.countDown();
                Thread.sleep(20);
            }
        });
        JobRun run = request(Map.of());
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        jobs.cancel(run, "admin");
        assertThat(await(run, done -> done.state().isOver()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aRunThatTookTheWorkerDownThreeTimesIsNotTriedAgainAndSaysSo() throws Exception {
        JobRun run = alreadyTried(3);
        JobRun end = await(run, done -> done.state().isOver());
        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(end.faults().getFirst().toString()).contains("JOB-1002", "3 times", "Memory");
    }

    @Test
    void aStartThatEndedWithTheWholeYinhangIsForgivenALimitedNumberOfTimes() throws Exception {
        long id = jdbc.sql("""
                INSERT INTO job_run (name, subject, input, state, requested_by, requested_at, attempts)
                VALUES ('scripted', '', '{}', 'RUNNING', 'admin', '2026-01-01', 1) RETURNING id""").query(Long.class).single();
        try {
            left.run(new DefaultApplicationArguments());
            assertThat(jobs.find(id).orElseThrow().attempts()).isZero();
            jdbc.sql("UPDATE job_run SET attempts = 1, stops = 20 WHERE id = ?")
                    .param(id)
                    .update();
            left.run(new DefaultApplicationArguments());
            assertThat(jobs.find(id).orElseThrow().attempts()).isEqualTo(1);
        } finally {
            jdbc.sql("DELETE FROM job_run WHERE id = ?").param(id).update();
        }
    }

    private JobRun alreadyTried(int times) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> {
            JobRun run = request(Map.of());
            jdbc.sql("UPDATE job_run SET attempts = ? WHERE id = ?")
                    .params(times, run.id())
                    .update();
            return run;
        }));
    }

    @Test
    void workIsDoneWhenThereIsNews() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        scripted.next(context -> done.countDown());
        scripted.tellNews();
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workNobodyKnowsIsRefusedAtOnce() {
        assertThatThrownBy(() -> jobs.request("no-such-job", "", Map.of(), "admin"))
                .hasMessageContaining("JOB-1003");
    }

    private JobRun request(Map<String, String> input) {
        return jobs.request(ScriptedJob.NAME, "", input, "admin");
    }

    private JobRun await(JobRun run, Predicate<JobRun> condition) throws InterruptedException {
        for (int round = 0; round < 600; round++) {
            JobRun now = jobs.find(run.id()).orElseThrow();
            if (condition.test(now)) {
                return now;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("still " + jobs.find(run.id()));
    }
}
