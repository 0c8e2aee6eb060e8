package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.opportunity.Calls;
import org.yinhang.opportunity.ContactWay;
import org.yinhang.opportunity.Dialled;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.Passes;
import org.yinhang.opportunity.Scripts;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Calling a customer and recording what came of it. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
class CallController {

    private final Opportunities opportunities;
    private final Calls calls;
    private final Passes passes;
    private final Scripts scripts;
    private final Templates templates;

    CallController(Opportunities opportunities, Calls calls, Passes passes, Scripts scripts, Templates templates) {
        this.opportunities = opportunities;
        this.calls = calls;
        this.passes = passes;
        this.scripts = scripts;
        this.templates = templates;
    }

    /** The number, or every reason why not. */
    @PostMapping("/opportunities/{id}/dial")
    JteModel dial(@PathVariable long id, PageFrame page) {
        Opportunity opportunity = find(id, page);
        Dialled dialled = calls.dial(opportunity, opportunities.staffCode(page.signedIn()), page.signedIn());
        return templates.opportunityDialled(page, dialled);
    }

    @PostMapping("/opportunities/{id}/record")
    String record(@PathVariable long id, RecordForm form, PageFrame page) {
        calls.record(
                find(id, page),
                form.note(scripts),
                ContactWay.CALL,
                opportunities.staffCode(page.signedIn()),
                page.signedIn());
        return "redirect:/my-day";
    }

    /** Who got it from the attack team has read what happened before. */
    @PostMapping("/opportunities/{id}/read")
    String read(@PathVariable long id, PageFrame page) {
        passes.read(find(id, page).id(), opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/opportunities/" + id;
    }

    /** Back to who passed it on, who does not reach it until then. */
    @PostMapping("/opportunities/{id}/pass-back")
    String passBack(@PathVariable long id, PageFrame page) {
        passes.back(id, opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/my-day";
    }

    @PostMapping("/opportunities/{id}/close")
    String close(@PathVariable long id, @RequestParam boolean won, @RequestParam String reason, PageFrame page) {
        calls.close(find(id, page), won, reason, opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/opportunities/" + id;
    }

    private Opportunity find(long id, PageFrame page) {
        return opportunities
                .find(id, opportunities.reach(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
