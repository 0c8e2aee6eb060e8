package org.yinhang.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** The job that computes tags. */
@ApplicationTest
class TagRunJobTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagRuns runs;

    @Test
    void aRunWaitsForAnotherInsteadOfFailing() throws Exception {
        FilledBank.fill(jobs, clock);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> jobs.active()
                .isEmpty());
        Files.createDirectories(runs.folder());
        long run;
        try (FileChannel channel = FileChannel.open(
                        runs.folder().resolve("writer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock another = channel.lock()) {
            assertThat(another.isValid()).isTrue();
            run = jobs.request(TagRunJob.NAME, "", Map.of(), Jobs.SYSTEM).id();
            Awaitility.await().until(() -> {
                JobRun now = jobs.find(run).orElseThrow();
                return now.state().isOver() || now.step().contains("waiting");
            });
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jobs.find(run).orElseThrow().state().isOver());
        assertThat(jobs.find(run).orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
    }
}
