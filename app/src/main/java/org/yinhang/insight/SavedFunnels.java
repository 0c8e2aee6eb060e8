package org.yinhang.insight;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.insight.internal.SavedFunnelRepository;
import org.yinhang.lake.funnel.FunnelFile;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Funnels members of staff keep under a name. Everybody changes their own; shared ones are seen from wherever their owner is seen. */
@Service
public class SavedFunnels {

    private static final int LONGEST_NAME = 60;

    private final SavedFunnelRepository repository;
    private final Audit audit;
    private final BusinessClock clock;

    SavedFunnels(SavedFunnelRepository repository, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person gives to save. */
    public record Draft(String name, String declaration, boolean isShared) {}

    /** Those the viewer sees: their own, then shared ones, by name. */
    public List<SavedFunnel> visibleTo(Viewer viewer) {
        return repository.visibleTo(viewer.userName(), DataScope.ofOrganisation(viewer));
    }

    /** The one of that number, where the viewer sees it. */
    public Optional<SavedFunnel> find(long id, Viewer viewer) {
        return visibleTo(viewer).stream().filter(one -> one.id() == id).findFirst();
    }

    /**
     * Keeps a new one and gives its number.
     *
     * @throws FaultException {@code INS-1012} without a usable name, {@code INS-1013} when it is taken, or what is wrong in the text
     */
    @Transactional
    public long add(Draft draft, Viewer viewer) {
        check(draft);
        try {
            long id = repository.add(draft, viewer, clock.realInstant());
            audit.record(
                    AuditNote.by(viewer, "funnel.save", draft.name().strip()).with(draft.declaration()));
            return id;
        } catch (DuplicateKeyException e) {
            throw taken(draft.name());
        }
    }

    /**
     * Changes one of the viewer's own: its name, its text, who sees it.
     *
     * @throws FaultException as {@link #add}, {@code INS-1014} for another's
     */
    @Transactional
    public void change(SavedFunnel present, Draft draft, Viewer viewer) {
        mustBeOf(present, viewer);
        check(draft);
        try {
            repository.change(present.id(), draft, viewer, clock.realInstant());
            audit.record(
                    AuditNote.by(viewer, "funnel.save", draft.name().strip()).with(draft.declaration()));
        } catch (DuplicateKeyException e) {
            throw taken(draft.name());
        }
    }

    /**
     * Deletes one of the viewer's own; the audit keeps its text.
     *
     * @throws FaultException {@code INS-1014} for another's
     */
    @Transactional
    public void delete(SavedFunnel present, Viewer viewer) {
        mustBeOf(present, viewer);
        repository.delete(present.id());
        audit.record(AuditNote.by(viewer, "funnel.delete", present.name()).with(present.declaration()));
    }

    private static void check(Draft draft) {
        if (draft.name().isBlank() || draft.name().strip().length() > LONGEST_NAME) {
            throw new FaultException(Fault.of(
                    "INS-1012",
                    "A funnel needs a name of at most %d characters.".formatted(LONGEST_NAME),
                    "title",
                    "Give it the name colleagues would look for."));
        }
        FunnelFile.parse(draft.declaration(), "funnel");
    }

    private static FaultException taken(String name) {
        return new FaultException(Fault.of(
                "INS-1013",
                "You have another funnel of this name.",
                name,
                "Choose another name, or open that one and save it."));
    }

    private static void mustBeOf(SavedFunnel funnel, Viewer viewer) {
        if (!funnel.isOf(viewer)) {
            throw new FaultException(Fault.of(
                    "INS-1014",
                    "This funnel is somebody else's.",
                    funnel.name(),
                    "Save it under a name of your own, and change that."));
        }
    }
}
