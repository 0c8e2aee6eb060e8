package org.yinhang.campaign.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.audience.Audiences;
import org.yinhang.benefit.Benefits;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignProduct;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.Creatives;
import org.yinhang.campaign.LaunchCheck;
import org.yinhang.campaign.LaunchChecks;
import org.yinhang.campaign.LaunchRehearsal;
import org.yinhang.compliance.DatedRules;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** From goal to launch, step by step; each step is kept, so that one may leave and come back. */
@Controller
@AllowedTo(Role.ANALYST)
class PlanningController {

    private final Campaigns campaigns;
    private final CampaignProduct products;
    private final Creatives creatives;
    private final Audiences audiences;
    private final Benefits benefits;
    private final LaunchChecks checks;
    private final DatedRules rules;
    private final BusinessClock clock;
    private final Templates templates;

    PlanningController(
            Campaigns campaigns,
            CampaignProduct products,
            Creatives creatives,
            Audiences audiences,
            Benefits benefits,
            LaunchChecks checks,
            DatedRules rules,
            BusinessClock clock,
            Templates templates) {
        this.campaigns = campaigns;
        this.products = products;
        this.creatives = creatives;
        this.audiences = audiences;
        this.benefits = benefits;
        this.checks = checks;
        this.rules = rules;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/campaigns/new")
    JteModel fresh(PageFrame page) {
        return templates.campaignNew(page, products.lending());
    }

    @PostMapping("/campaigns")
    String begin(
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String goal,
            @RequestParam String product,
            PageFrame page) {
        campaigns.begin(
                code.strip(), PlanForm.empty(name.strip(), goal.strip(), product, page.today()), page.signedIn());
        return "redirect:/campaigns/" + code.strip() + "/plan/audience";
    }

    @GetMapping("/campaigns/{code}/plan/{step}")
    JteModel step(@PathVariable String code, @PathVariable String step, PageFrame page) {
        Campaign campaign = find(code);
        WizardStep at = WizardStep.of(step).orElseThrow(PlanningController::nowhere);
        boolean isReview = at == WizardStep.REVIEW;
        List<LaunchCheck> found = isReview ? checks.of(campaign) : List.of();
        LaunchRehearsal rehearsal = isReview
                        && campaign.plan().faults().isEmpty()
                        && found.stream()
                                .noneMatch(check ->
                                        check.key().equals("audience") && check.level() == LaunchCheck.Level.RED)
                ? checks.rehearse(campaign)
                : null;
        return templates.campaignPlan(
                page,
                campaign,
                at,
                choices(page),
                found,
                rehearsal,
                isReview ? products.example(campaign.plan().product()).orElse(null) : null);
    }

    private WizardChoices choices(PageFrame page) {
        return new WizardChoices(
                products.lending(),
                audiences.visibleTo(page.signedIn()),
                creatives.newest(),
                rules.inForce(clock.now().toInstant()).senders().senders(),
                benefits.open());
    }

    @PostMapping("/campaigns/{code}/plan/{step}")
    String keep(
            @PathVariable String code,
            @PathVariable String step,
            @RequestParam int seen,
            @RequestParam Map<String, String> typed,
            PageFrame page) {
        Campaign campaign = find(code);
        WizardStep at = WizardStep.of(step).orElseThrow(PlanningController::nowhere);
        campaigns.change(campaign, seen, new PlanForm(typed).over(campaign.plan(), at), page.signedIn());
        return "redirect:/campaigns/" + code + "/plan/" + at.next().key();
    }

    private Campaign find(String code) {
        return campaigns.find(code).orElseThrow(PlanningController::nowhere);
    }

    private static ResponseStatusException nowhere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
