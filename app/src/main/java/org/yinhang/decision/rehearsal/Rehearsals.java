package org.yinhang.decision.rehearsal;

import java.time.LocalDate;
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
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.product.Definition;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyBook;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.ModelScores;
import org.yinhang.tag.TagDefinitions;

/** Rehearsals of versions of policies: asked for, played in the worker, kept for those who approve. */
@Service
public class Rehearsals {

    /** The longest past that can be asked for, in months. */
    public static final int MOST_MONTHS = 36;

    private final RehearsalRepository repository;
    private final Policies policies;
    private final TagDefinitions tags;
    private final ModelScores scores;
    private final Lake lake;
    private final Jobs jobs;
    private final Audit audit;
    private final BusinessClock clock;

    Rehearsals(
            RehearsalRepository repository,
            Policies policies,
            TagDefinitions tags,
            ModelScores scores,
            Lake lake,
            Jobs jobs,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.policies = policies;
        this.tags = tags;
        this.scores = scores;
        this.lake = lake;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks the worker to rehearse a version.
     *
     * @param months whole months before today, 1 to {@link #MOST_MONTHS}
     * @throws FaultException DEC-4001 when there is no such version, DEC-4002 for another number of months
     */
    @Transactional
    public JobRun ask(Subject subject, int months, Viewer viewer) {
        definition(subject);
        if (months < 1 || months > MOST_MONTHS) {
            throw new FaultException(Fault.of(
                    "DEC-4002",
                    "%d months cannot be played.".formatted(months),
                    "months",
                    "Choose 1 to %d.".formatted(MOST_MONTHS)));
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
        Definition definition = definition(subject);
        PolicyBook before = policies.book().without(definition.kind(), definition.id(), subject.version());
        Snapshot snapshot = lake.current();
        LocalDate today = clock.today();
        PolicyBook alone = PolicyBook.EMPTY.with(definition);
        LocalDate day = alone.begun(today);
        Rehearser.Change change = new Rehearser.Change(
                Offers.of(before, policies.catalogue(), clock.zone()),
                Offers.of(before.with(definition), policies.catalogue(), clock.zone()),
                day,
                Valuer.of(ValueTerms.bundled(), policies.catalogue(), new AsOf(day, clock.zone())));
        Rehearsal result = Playing.rehearse(
                lake,
                snapshot,
                scores.of(TagCatalogue.compile(tags.inForce(), snapshot), snapshot),
                new AsOf(today, clock.zone()),
                change,
                months,
                Runtime.getRuntime().availableProcessors(),
                progress);
        repository.add(subject, result, askedBy, clock.realInstant());
        return result;
    }

    /** Whether the lake holds applications to play. */
    boolean hasPast() {
        SnapshotTable applications = lake.current().tables().get("applications");
        return applications != null && applications.rows() > 0;
    }

    private Definition definition(Subject subject) {
        return policies.definition(subject.kind(), subject.id(), subject.version())
                .orElseThrow(() -> new FaultException(Fault.of(
                        "DEC-4001",
                        "There is no version %d of '%s'.".formatted(subject.version(), subject.id()),
                        subject.path(),
                        "Open the list of policies.")));
    }
}
