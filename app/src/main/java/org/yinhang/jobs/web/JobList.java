package org.yinhang.jobs.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.fault.Fault;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.JobWords;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.Texts;

/** The list of runs. */
final class JobList {

    private JobList() {}

    static ListDefinition<JobRun> of(List<JobHandler> kinds) {
        List<Column<JobRun>> columns = List.of(
                Column.<JobRun>of(
                                "job",
                                "jobs.column.job",
                                (run, page) -> new Cell.Words(page.texts().orElse(run.titleKey(), run.name())))
                        .sortable(),
                Column.<JobRun>of("subject", "jobs.column.subject", run -> words(run.subject())),
                Column.<JobRun>of(
                                "state",
                                "jobs.column.state",
                                (run, page) -> new Cell.Mark(
                                        meaning(run.state()), page.t(run.state().messageKey())))
                        .sortable(),
                Column.<JobRun>of("outcome", "jobs.column.outcome", (run, page) -> words(outcome(run, page.texts()))),
                Column.<JobRun>of("took", "jobs.column.took", (run, page) -> run.finishedAt()
                        .flatMap(run::took)
                        .<Cell>map(took -> new Cell.Words(page.formats().duration(took)))
                        .orElseGet(Cell.Nothing::new)),
                Column.<JobRun>of("by", "jobs.column.by", run -> new Cell.Words(run.requestedBy())),
                Column.<JobRun>of("requested", "jobs.column.requested", run -> new Cell.Moment(run.requestedAt()))
                        .sortable(),
                Column.<JobRun>of("finished", "jobs.column.finished", run -> moment(run.finishedAt()))
                        .sortable()
                        .whenChosen(),
                Column.<JobRun>number("attempts", "jobs.column.attempts", run -> new Cell.Count(run.attempts()))
                        .whenChosen(),
                Column.<JobRun>number("id", "jobs.column.id", run -> new Cell.Count(run.id()))
                        .sortable()
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "state",
                        "jobs.column.state",
                        Arrays.stream(JobState.values())
                                .map(state -> new ListFilter.Option(state.name(), state.messageKey()))
                                .toList()),
                new ListFilter.OneOf(
                        "job",
                        "jobs.column.job",
                        kinds.stream()
                                .map(kind -> new ListFilter.Option(kind.name(), "job." + kind.name()))
                                .toList()));
        return ListDefinition.of("jobs", columns, filters, false).leadingTo(run -> "/system/jobs/" + run.id());
    }

    static Meaning meaning(JobState state) {
        return switch (state) {
            case QUEUED, RUNNING -> Meaning.PLAIN;
            case SUCCEEDED -> Meaning.GOOD;
            case FAILED -> Meaning.BAD;
            case CANCELLED -> Meaning.BLOCKED;
        };
    }

    private static String outcome(JobRun run, Texts texts) {
        if (run.faults().isEmpty()) {
            return JobWords.outcome(run.result(), texts);
        }
        Fault fault = run.faults().getFirst();
        return texts.orElse("fault." + fault.code() + ".what", fault.what());
    }

    private static Cell words(String words) {
        return words.isEmpty() ? new Cell.Nothing() : new Cell.Words(words);
    }

    private static Cell moment(Optional<Instant> instant) {
        return instant.<Cell>map(Cell.Moment::new).orElseGet(Cell.Nothing::new);
    }
}
