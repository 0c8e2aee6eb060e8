package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.opportunity.WorkRules;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The settings opportunities are worked by, each version from its day on. */
@Controller
@AllowedTo(Role.ADMINISTRATOR)
class OpportunitySettingsController {

    private final WorkRules rules;
    private final Templates templates;

    OpportunitySettingsController(WorkRules rules, Templates templates) {
        this.rules = rules;
        this.templates = templates;
    }

    @GetMapping("/opportunity-settings")
    JteModel show(PageFrame page) {
        return templates.opportunitySettings(page, rules.text(), rules.versions());
    }

    @PostMapping("/opportunity-settings")
    String save(
            @RequestParam String yaml,
            @RequestParam LocalDate validFrom,
            @RequestParam String note,
            @RequestParam int seen,
            PageFrame page) {
        rules.save(yaml, validFrom, note, seen, page.signedIn());
        return "redirect:/opportunity-settings";
    }
}
