package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.audience.Audiences;
import org.yinhang.opportunity.OpportunityLists;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Lists made out of audiences: what there is, and a new one with its size shown first. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD})
class OpportunityListsController {

    private static final int USUAL_DAYS = 30;

    private final OpportunityLists lists;
    private final Audiences audiences;
    private final OpportunityWords words;
    private final Templates templates;

    OpportunityListsController(
            OpportunityLists lists, Audiences audiences, OpportunityWords words, Templates templates) {
        this.lists = lists;
        this.audiences = audiences;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/opportunity-lists")
    JteModel all(PageFrame page) {
        return templates.opportunityLists(
                page,
                lists.visibleTo(page.signedIn()),
                audiences.visibleTo(page.signedIn()),
                words.now(),
                page.today().plusDays(USUAL_DAYS));
    }

    /** What a list would come to, before it is made. */
    @PostMapping("/opportunity-lists/size")
    JteModel size(@RequestParam long audience, @RequestParam(defaultValue = "") List<String> products, PageFrame page) {
        return templates.opportunityListSize(page, lists.size(audience, products, page.signedIn()));
    }

    @PostMapping("/opportunity-lists")
    String make(
            @RequestParam String name,
            @RequestParam long audience,
            @RequestParam(defaultValue = "") List<String> products,
            @RequestParam(defaultValue = "") String note,
            @RequestParam LocalDate expiresOn,
            @RequestParam int clockHours,
            PageFrame page) {
        lists.make(new OpportunityLists.Draft(name, audience, products, note, expiresOn, clockHours), page.signedIn());
        return "redirect:/opportunity-lists";
    }
}
