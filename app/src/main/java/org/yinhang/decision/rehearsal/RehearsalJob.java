package org.yinhang.decision.rehearsal;

import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;

/** Plays a version of a policy, tag or model on the past months, in the worker. */
@Component
class RehearsalJob implements JobHandler {

    static final String NAME = "rehearsal";

    private final Rehearsals rehearsals;

    RehearsalJob(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        Map<String, String> input = context.input();
        Subject subject = new Subject(
                Subject.Kind.valueOf(given(input, "kind")),
                given(input, "id"),
                Integer.parseInt(given(input, "version")));
        Rehearsal result = rehearsals.play(
                subject, Integer.parseInt(given(input, "months")), given(input, "by"), context.progress());
        context.result("job.told.rehearsal", result.changedInAll(), result.applications());
    }

    private static String given(Map<String, String> input, String name) {
        return Objects.requireNonNull(input.get(name), name);
    }
}
