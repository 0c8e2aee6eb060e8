package org.yinhang.opportunity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.opportunity.internal.TeamRepository;
import org.yinhang.opportunity.internal.WorkerRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** Who attacks, who follows up, and what each is good at, as the head of their branch or an administrator says. */
@Service
public class Workers {

    private final WorkerRepository repository;
    private final TeamRepository team;
    private final Skills skills;
    private final WorkRules rules;
    private final Audit audit;
    private final BusinessClock clock;

    Workers(
            WorkerRepository repository,
            TeamRepository team,
            Skills skills,
            WorkRules rules,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.team = team;
        this.skills = skills;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** One page of those below the viewer's branch; filters are {@code team} and {@code skill}. */
    public Slice<Worker> page(ListQuery query, Viewer viewer) {
        return repository.page(query, viewer.branchPath(), rules.today());
    }

    /** Those of these codes below the viewer's branch, by code. */
    public List<Worker> of(Set<String> staff, Viewer viewer) {
        return repository.of(staff, viewer.branchPath(), rules.today());
    }

    /**
     * Changes what people do and are good at, from the next assignment on; what they have stays with them.
     *
     * @param seen people with the version somebody saw, as {@link Worker#seen()} names it
     * @param change of these people
     * @throws FaultException {@code OPP-6101} for somebody who is not of the viewer's branches, {@code OPP-6102} where one of them was
     *     changed meanwhile, {@code OPP-6103} for a skill there is not
     */
    @Transactional
    public int save(Set<String> seen, WorkerChange change, Viewer viewer) {
        check(change);
        team.lock();
        Set<String> present =
                of(change.before().stream().map(Worker::staff).collect(Collectors.toSet()), viewer).stream()
                        .map(Worker::seen)
                        .collect(Collectors.toSet());
        if (!present.equals(seen)) {
            throw new FaultException(Fault.of(
                    "OPP-6102",
                    "Somebody else has changed one of these people meanwhile.",
                    "",
                    "Open the list again and choose anew."));
        }
        int changed = 0;
        for (Worker one : change.before()) {
            if (!change.isSame(one)) {
                repository.save(
                        one.staff(), change.teamOf(one), change.skillsOf(one), viewer.userName(), clock.realInstant());
                audit.record(AuditNote.by(viewer, "opportunity.worker", "staff " + one.staff())
                        .with("%s; %s"
                                .formatted(
                                        change.teamOf(one).key(),
                                        String.join(", ", new TreeSet<>(change.skillsOf(one))))));
                changed++;
            }
        }
        return changed;
    }

    /**
     * What somebody wants to change, with the people as they are.
     *
     * @throws FaultException as {@link #save}
     */
    public WorkerChange change(Set<String> staff, WorkerChange wanted, Viewer viewer) {
        List<Worker> found = of(staff, viewer);
        if (found.isEmpty() || found.size() < staff.size()) {
            throw new FaultException(Fault.of(
                    "OPP-6101",
                    "Not everybody of these codes works opportunities in your branches.",
                    Integer.toString(staff.size() - found.size()),
                    "Choose people of the list."));
        }
        WorkerChange change = new WorkerChange(found, wanted.team(), wanted.skills());
        check(change);
        return change;
    }

    private void check(WorkerChange change) {
        Set<String> known = skills.all();
        Set<String> held =
                change.before().stream().flatMap(one -> one.skills().stream()).collect(Collectors.toSet());
        change.skills().orElse(Set.of()).stream()
                .filter(skill -> !known.contains(skill) && !held.contains(skill))
                .findFirst()
                .ifPresent(skill -> {
                    throw new FaultException(Fault.of(
                            "OPP-6103", "There is no such skill.", skill, "Choose families and products of today."));
                });
    }
}
