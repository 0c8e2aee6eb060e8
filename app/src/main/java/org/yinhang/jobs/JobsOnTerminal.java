package org.yinhang.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.progress.Progress;
import org.yinhang.shared.web.Texts;

/** Follows the jobs at work from a terminal: the same progress the page shows. */
@Component
public class JobsOnTerminal {

    private static final long PAUSE_MILLIS = 500;

    private final Jobs jobs;
    private final Texts texts;

    JobsOnTerminal(Jobs jobs, MessageSource messages) {
        this.jobs = jobs;
        this.texts = new Texts(messages, Locale.getDefault());
    }

    /**
     * Shows the runs that wait or are at work until none is left.
     *
     * @param progress the bar of the terminal
     * @param lines where what stays goes: how each run ended
     * @throws InterruptedException when the terminal is closed meanwhile; the jobs go on
     */
    public void follow(Progress progress, Consumer<String> lines) throws InterruptedException {
        Set<Long> followed = new HashSet<>();
        for (List<JobRun> active = jobs.active(); !active.isEmpty(); active = jobs.active()) {
            active.forEach(run -> followed.add(run.id()));
            active.stream()
                    .filter(run ->
                            run.state() == JobState.RUNNING && !run.step().isEmpty())
                    .findFirst()
                    .ifPresent(run -> progress.report(
                            name(run) + ": " + JobWords.step(run.step(), texts), run.done(), run.total()));
            Thread.sleep(PAUSE_MILLIS);
        }
        for (long id : followed.stream().sorted().toList()) {
            jobs.find(id).ifPresent(run -> tellEnd(run, lines));
        }
    }

    private String name(JobRun run) {
        return texts.orElse(run.titleKey(), run.name());
    }

    private void tellEnd(JobRun run, Consumer<String> lines) {
        String outcome = JobWords.outcome(run.result(), texts);
        lines.accept(name(run) + ": " + texts.of(run.state().messageKey()) + (outcome.isEmpty() ? "" : ", " + outcome));
        for (Fault fault : run.faults()) {
            lines.accept("  " + fault);
        }
    }
}
