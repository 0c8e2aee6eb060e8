package org.yinhang.opportunity;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.opportunity.internal.TeamRepository;
import org.yinhang.shared.BusinessClock;

/** Gives opportunities to people. Afterwards none that was within reach is left without a place. */
@Service
public class Assignments {

    private final TeamRepository team;
    private final Skills skills;
    private final Audit audit;
    private final WorkRules rules;
    private final BusinessClock clock;

    Assignments(TeamRepository team, Skills skills, Audit audit, WorkRules rules, BusinessClock clock) {
        this.team = team;
        this.skills = skills;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Assigns everything that waits, in one transaction; two at once follow one another.
     *
     * @param by user name of who asked
     * @return where each went
     */
    @Transactional
    public List<Placement> assignAll(OpportunityReach reach, String by) {
        team.lock();
        List<Placement> placements = AssignmentPlan.of(team.waiting(reach, skills.fields()), team.seats(rules.today()));
        if (!placements.isEmpty()) {
            team.place(placements, clock.now().toInstant(), by);
            long pooled =
                    placements.stream().filter(one -> one.staff().isEmpty()).count();
            audit.record(new AuditNote(
                    by, "opportunity.assigned", "", "", "%d, %d of them pooled".formatted(placements.size(), pooled)));
        }
        return placements;
    }
}
