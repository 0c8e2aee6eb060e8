package org.yinhang.audience;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audience.internal.AudienceRepository;
import org.yinhang.audience.internal.Bitmaps;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Saved audiences: named predicates, their versions, and who was in them on a day. */
@Service
public class Audiences {

    /** Somebody else has changed the audience meanwhile. */
    public static final String OUTRUN = "GRP-1006";

    private static final int LONGEST_NAME = 60;

    private final AudienceRepository repository;
    private final Selections selections;
    private final Audit audit;
    private final BusinessClock clock;

    Audiences(AudienceRepository repository, Selections selections, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.selections = selections;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person gives to save. */
    public record Draft(String name, String note, String predicate, boolean isShared) {}

    /** Those the viewer sees: their own, shared and ready ones. */
    public List<SavedAudience> visibleTo(Viewer viewer) {
        return repository.visibleTo(viewer.userName());
    }

    public Optional<SavedAudience> find(long id, Viewer viewer) {
        return repository.find(id, viewer.userName());
    }

    /** An earlier text of an audience. */
    public List<AudienceVersion> versions(SavedAudience audience) {
        return repository.versions(audience.id());
    }

    /**
     * Saves a new audience.
     *
     * @throws FaultException {@code GRP-1004} without a usable name, {@code GRP-1005} when the name is taken
     * @throws org.yinhang.core.predicate.PredicateException when the predicate cannot be read
     */
    @Transactional
    public SavedAudience add(Draft draft, Viewer viewer) {
        check(draft, viewer);
        try {
            long id = repository.add(
                    draft.name().strip(),
                    draft.note().strip(),
                    draft.predicate(),
                    draft.isShared(),
                    Optional.empty(),
                    viewer.userName(),
                    clock.realInstant());
            audit.record(AuditNote.by(viewer, "audience.save", draft.name()).with(draft.predicate()));
            return repository.find(id, viewer.userName()).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw taken(draft.name());
        }
    }

    /**
     * Saves a changed audience; a changed text becomes a new version.
     *
     * @param present the audience as it is
     * @param seen when the text the person started from was saved, to the millisecond
     * @throws FaultException {@code GRP-1006} when somebody else has changed it meanwhile
     */
    @Transactional
    public SavedAudience change(SavedAudience present, Instant seen, Draft draft, Viewer viewer) {
        check(draft, viewer);
        try {
            boolean isAsSeen = present.changedAt().toEpochMilli() == seen.toEpochMilli();
            boolean changed = isAsSeen
                    && repository.change(
                            present,
                            draft.name().strip(),
                            draft.note().strip(),
                            draft.predicate(),
                            draft.isShared(),
                            viewer.userName(),
                            clock.realInstant());
            if (!changed) {
                throw new FaultException(Fault.of(
                        OUTRUN,
                        "Somebody else has changed this audience meanwhile.",
                        present.name(),
                        "Open it again to see their text, or save yours under another name."));
            }
            audit.record(AuditNote.by(viewer, "audience.save", draft.name()).with(draft.predicate()));
            return repository.find(present.id(), viewer.userName()).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw taken(draft.name());
        }
    }

    /** Takes an audience out of sight; frozen members stay on record. */
    @Transactional
    public void archive(SavedAudience audience, Viewer viewer) {
        repository.archive(audience.id());
        audit.record(AuditNote.by(viewer, "audience.archive", audience.name()));
    }

    /** Writes down for ever who is in an audience today. */
    @Transactional
    public AudienceSnapshot freeze(SavedAudience audience, Viewer viewer) {
        return selections
                .within(viewer, selection -> {
                    Audience members = selection.select(selection.read(audience.predicate()));
                    byte[] bytes = Bitmaps.bytes(members.toBitmap());
                    AudienceSnapshot snapshot = new AudienceSnapshot(
                            0,
                            audience.id(),
                            audience.version(),
                            audience.predicate(),
                            selection.tags().asOf().day(),
                            members.count(),
                            Bitmaps.checksum(bytes),
                            viewer.userName(),
                            clock.realInstant());
                    repository.freeze(snapshot, selection.tags().report().number(), bytes);
                    audit.record(AuditNote.by(viewer, "audience.freeze", audience.name())
                            .with("%d, %s".formatted(members.count(), snapshot.checksum())));
                    return snapshot;
                })
                .orElseThrow(Audiences::noTags);
    }

    /**
     * How many of an audience's frozen members are in it today, by the number of the snapshot, within what the viewer may
     * see; empty while the audience cannot be counted.
     *
     * @throws FaultException {@code GRP-1008} when frozen members are not as they were written
     */
    public Map<Long, Integer> stillIn(SavedAudience audience, Viewer viewer) {
        List<AudienceSnapshot> snapshots = snapshots(audience);
        if (snapshots.isEmpty()) {
            return Map.of();
        }
        return selections
                .within(viewer, selection -> {
                    Audience today = selection.select(selection.read(audience.predicate()));
                    return snapshots.stream().collect(Collectors.toMap(AudienceSnapshot::id, s -> members(s)
                            .overlap(today)));
                })
                .orElse(Map.of());
    }

    private Audience members(AudienceSnapshot snapshot) {
        byte[] bytes = repository.members(snapshot.id()).orElseThrow();
        if (!Bitmaps.checksum(bytes).equals(snapshot.checksum())) {
            throw new FaultException(Fault.of(
                    "GRP-1008",
                    "The frozen members are not as they were written.",
                    "snapshot " + snapshot.id(),
                    "Take them from a backup; do not use this list."));
        }
        return Audience.of(Bitmaps.read(bytes));
    }

    /** The frozen members of an audience, the newest first. */
    public List<AudienceSnapshot> snapshots(SavedAudience audience) {
        return repository.snapshots(audience.id());
    }

    /** The refusal while no run of the tags has finished. */
    public static FaultException noTags() {
        return new FaultException(Fault.of(
                "GRP-1007", "The tags have not been computed yet.", "", "Start the run of the tags on the jobs page."));
    }

    private void check(Draft draft, Viewer viewer) {
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            throw new FaultException(Fault.of(
                    "GRP-1004",
                    "An audience needs a name of at most %d characters.".formatted(LONGEST_NAME),
                    "",
                    "Give it the name colleagues would look for."));
        }
        if (selections
                .within(viewer, selection -> selection.read(draft.predicate()))
                .isEmpty()) {
            throw noTags();
        }
    }

    private static FaultException taken(String name) {
        return new FaultException(
                Fault.of("GRP-1005", "The name is taken.", name, "Choose another, or change that audience."));
    }
}
