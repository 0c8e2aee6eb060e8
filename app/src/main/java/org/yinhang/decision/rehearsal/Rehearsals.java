package org.yinhang.decision.rehearsal;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** Rehearsals of versions of policies, tags and models: asked for, played in the worker, kept for those who approve. */
@Service
public class Rehearsals {

    /** The longest past that can be asked for, in months. */
    public static final int MOST_MONTHS = 36;

    private final RehearsalRepository repository;
    private final Changes changes;
    private final Lake lake;
    private final Jobs jobs;
    private final Audit audit;
    private final BusinessClock clock;

    Rehearsals(
            RehearsalRepository repository, Changes changes, Lake lake, Jobs jobs, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.changes = changes;
        this.lake = lake;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a version is called in both languages. */
    public record Name(String zh, String en) {}

    /** The name of a version; empty when there is no such version. */
    public Optional<Name> name(Subject subject) {
        return changes.name(subject);
    }

    /**
     * Asks the worker to rehearse a version.
     *
     * @param months whole months before today, 1 to {@link #MOST_MONTHS}
     * @throws FaultException DEC-4001 when there is no such version, DEC-4002 for another number of months, DEC-4005 for a tag
     *     or model that is in force
     */
    @Transactional
    public JobRun ask(Subject subject, int months, Viewer viewer) {
        check(subject);
        if (months < 1 || months > MOST_MONTHS) {
            throw new FaultException(Fault.of(
                    "DEC-4002",
                    "%d months cannot be played.".formatted(months),
                    "months",
                    "Choose 1 to %d.".formatted(MOST_MONTHS)));
        }
        if (changes.isInForce(subject)) {
            throw new FaultException(Fault.of(
                    "DEC-4005",
                    "This version decides already; there is nothing to compare it with.",
                    subject.path(),
                    "Rehearse versions before they are in force."));
        }
        audit.record(AuditNote.by(viewer, "rehearsal.ask", subject.path()).with(months + " months"));
        return jobs.request(
                RehearsalJob.NAME,
                subject.path(),
                Map.of(
                        "kind", subject.kind().name(),
                        "id", subject.id(),
                        "version", Integer.toString(subject.version()),
                        "months", Integer.toString(months),
                        "by", viewer.userName()),
                viewer.userName());
    }

    /** The run of a rehearsal that waits or is at work. */
    public Optional<JobRun> running(Subject subject) {
        return jobs.active().stream()
                .filter(run ->
                        run.name().equals(RehearsalJob.NAME) && run.subject().equals(subject.path()))
                .findFirst();
    }

    /** The newest rehearsal of a version. */
    public Optional<KeptRehearsal> newest(Subject subject) {
        return repository.newest(subject);
    }

    /** Whether a version was ever rehearsed. */
    boolean isRehearsed(Subject subject) {
        return repository.isThere(subject);
    }

    /** Rehearsals, the newest first, without the customers affected. */
    public Slice<KeptRehearsal> page(ListQuery query) {
        return repository.page(query);
    }

    /** Plays a version beside what is in force without it, and keeps what it found. */
    Rehearsal play(Subject subject, int months, String askedBy, Progress progress) {
        check(subject);
        Snapshot snapshot = lake.current();
        Rehearsal result = Playing.rehearse(
                lake,
                snapshot,
                new AsOf(clock.today(), clock.zone()),
                changes.of(subject, snapshot),
                months,
                Runtime.getRuntime().availableProcessors(),
                progress);
        repository.add(subject, result, askedBy, clock.realInstant());
        return result;
    }

    /** Whether a version must be played first: policies read it, and the lake holds applications to play. */
    boolean isNeeded(Subject subject) {
        return hasPast() && isRead(subject);
    }

    /** Whether a tag or model decides already, so that it cannot be rehearsed any more. */
    public boolean isInForce(Subject subject) {
        return changes.isInForce(subject);
    }

    /** Whether policies could judge anybody otherwise by a version. */
    public boolean isRead(Subject subject) {
        return changes.isReadByPolicies(subject, lake.current());
    }

    private boolean hasPast() {
        SnapshotTable applications = lake.current().tables().get("applications");
        return applications != null && applications.rows() > 0;
    }

    private void check(Subject subject) {
        if (changes.name(subject).isEmpty()) {
            throw new FaultException(Fault.of(
                    "DEC-4001",
                    "There is no version %d of '%s'.".formatted(subject.version(), subject.id()),
                    subject.path(),
                    "Open the list of versions."));
        }
    }
}
