package org.yinhang.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.internal.Identification;
import org.yinhang.opportunity.internal.ListRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Lists of customers for people to work, made out of an audience. */
@Service
public class OpportunityLists {

    /** The job that turns the customers of a list into opportunities. */
    public static final String FILL_JOB = "opportunity-list";

    private static final int LONGEST_NAME = 60;
    private static final int MOST_HOURS = 24 * 60;

    private final ListRepository repository;
    private final Audiences audiences;
    private final Identification identification;
    private final Jobs jobs;
    private final Audit audit;
    private final BusinessClock clock;

    OpportunityLists(
            ListRepository repository,
            Audiences audiences,
            Identification identification,
            Jobs jobs,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.audiences = audiences;
        this.identification = identification;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The lists the viewer made and those of people of their branch and below, the newest first. */
    public List<OpportunityList> visibleTo(Viewer viewer) {
        return repository.visibleTo(viewer.userName(), viewer.branchPath());
    }

    /** The names of all lists by number. */
    public Map<String, String> names() {
        return repository.names();
    }

    /** What a person gives to make a list. */
    public record Draft(
            String name,
            long audience,
            List<String> products,
            String note,
            java.time.LocalDate expiresOn,
            int clockHours) {}

    /**
     * What a list would come to today, before it is made.
     *
     * @throws FaultException {@code OPP-2003} without an audience the viewer sees
     */
    public Identified size(long audience, List<String> products, Viewer viewer) {
        return identification.foresee(audience(audience, viewer).predicate(), products, viewer);
    }

    /**
     * Makes a list; the worker then turns its customers into opportunities.
     *
     * @throws FaultException {@code OPP-2001} without a usable name, {@code OPP-2002} when it is taken, {@code OPP-2003}
     *     without an audience, {@code OPP-2004} without a product, {@code OPP-2005} for a day that is past or hours that
     *     cannot be
     */
    @Transactional
    public OpportunityList make(Draft draft, Viewer viewer) {
        List<Fault> faults = new ArrayList<>();
        String name = draft.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add(Fault.of("OPP-2001", "The list needs a name.", "name", "Give at most 60 characters."));
        }
        if (draft.products().isEmpty()) {
            faults.add(Fault.of("OPP-2004", "No product is chosen.", "products", "Choose at least one."));
        }
        if (!draft.expiresOn().isAfter(clock.today()) || draft.clockHours() < 1 || draft.clockHours() > MOST_HOURS) {
            faults.add(Fault.of(
                    "OPP-2005",
                    "The last day is past, or the hours cannot be.",
                    "expiresOn, clockHours",
                    "Give a day from tomorrow on and 1 to 1440 hours."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        audience(draft.audience(), viewer);
        try {
            long id = repository.add(draft, name, viewer.userName(), clock.realInstant());
            audit.record(AuditNote.by(viewer, "opportunity.list", name).with("audience " + draft.audience()));
            jobs.request(FILL_JOB, name, Map.of("list", Long.toString(id)), viewer.userName());
            return repository.find(id).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    Fault.of("OPP-2002", "There is a list of this name.", name, "Choose another name."));
        }
    }

    private SavedAudience audience(long id, Viewer viewer) {
        return audiences
                .find(id, viewer)
                .orElseThrow(() -> new FaultException(
                        Fault.of("OPP-2003", "There is no such audience.", "audience", "Choose one of the list.")));
    }

    /** The list of a number. */
    public Optional<OpportunityList> find(long id) {
        return repository.find(id);
    }
}
