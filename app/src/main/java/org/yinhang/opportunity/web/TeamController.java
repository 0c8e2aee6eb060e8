package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.Pool;
import org.yinhang.opportunity.TeamLoad;
import org.yinhang.opportunity.TeamMember;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The branch head's view: who has how much, what is late, and giving work to somebody else. */
@Controller
@AllowedTo(Role.BRANCH_HEAD)
class TeamController {

    private final Pool pool;
    private final Opportunities opportunities;
    private final OpportunityWords words;
    private final Templates templates;

    TeamController(Pool pool, Opportunities opportunities, OpportunityWords words, Templates templates) {
        this.pool = pool;
        this.opportunities = opportunities;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/opportunity-team")
    JteModel team(PageFrame page) {
        List<TeamMember> members = pool.team(page.signedIn());
        long move = pool.undoable(page.signedIn()).orElse(0L);
        return templates.opportunityTeam(
                page,
                members,
                TeamLoad.of(members),
                words.now(),
                opportunities.figures(opportunities.reach(page.signedIn())),
                move,
                move == 0 ? 0 : pool.moved(move));
    }

    /** What was chosen in the list, and to whom it could go: the size first. */
    @PostMapping("/opportunities/give")
    JteModel ask(ListQuery query, PageFrame page) {
        OpportunityReach reach = opportunities.reach(page.signedIn());
        Slice<Opportunity> chosen = opportunities.page(query.withPage(1).withSize(ListQuery.LARGEST), reach);
        List<Long> ids = chosen.items().stream().map(Opportunity::id).toList();
        return templates.opportunityGive(page, ids, chosen.total(), pool.locked(ids), pool.team(page.signedIn()));
    }

    @PostMapping("/opportunity-team/give")
    String give(@RequestParam List<Long> ids, @RequestParam String staff, PageFrame page) {
        if (ids.size() > ListQuery.LARGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        pool.give(ids, staff, page.signedIn());
        return "redirect:/opportunity-team";
    }

    @PostMapping("/opportunity-team/moves/{move}/undo")
    String undo(@PathVariable long move, PageFrame page) {
        pool.undo(move, page.signedIn());
        return "redirect:/opportunity-team";
    }
}
