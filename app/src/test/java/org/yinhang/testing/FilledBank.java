package org.yinhang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagShelf;

/** A small simulated bank, filled by the demo's own job, once per application. */
public final class FilledBank {

    /** How many customers it has. */
    public static final int CUSTOMERS = 1_500;

    private FilledBank() {}

    /** Fills the bank where it is not filled yet, and waits. */
    public static synchronized void fill(Jobs jobs, BusinessClock clock) {
        if (!jobs.hasSucceeded("demo-bank")) {
            run(
                    jobs,
                    "demo-bank",
                    Map.of(
                            "customers",
                            Integer.toString(CUSTOMERS),
                            "seed",
                            "7",
                            "months",
                            "24",
                            "lastDay",
                            clock.today().toString()));
        }
    }

    /** A filled bank whose tags are computed. */
    public static void withTags(Jobs jobs, BusinessClock clock, TagShelf shelf) {
        fill(jobs, clock);
        if (shelf.report().isEmpty()) {
            run(jobs, "tag-run", Map.of());
        }
    }

    /** The bank's own consents and contacts in the ledgers of a filled bank. */
    public static void withLedgers(Jobs jobs) {
        if (!jobs.hasSucceeded("compliance-intake")) {
            run(jobs, "compliance-intake", Map.of());
        }
    }

    /** Runs a job and waits until it has succeeded. */
    public static void run(Jobs jobs, String name, Map<String, String> input) {
        long id = jobs.request(name, "", input, Jobs.SYSTEM).id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> jobs.find(id).orElseThrow().state().isOver());
        JobRun run = jobs.find(id).orElseThrow();
        assertThat(run.state()).as(run.faults().toString()).isEqualTo(JobState.SUCCEEDED);
    }
}
