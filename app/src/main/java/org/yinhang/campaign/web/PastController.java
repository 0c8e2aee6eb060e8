package org.yinhang.campaign.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.Branch;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.past.KeptPastCampaign;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.jobs.JobRun;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** A campaign played on the past: asked for, watched, read by whoever approves. Figures are of what its owner may see. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class PastController {

    private final Campaigns campaigns;
    private final PastCampaigns past;
    private final Branches branches;
    private final BusinessClock clock;
    private final Templates templates;

    PastController(
            Campaigns campaigns, PastCampaigns past, Branches branches, BusinessClock clock, Templates templates) {
        this.campaigns = campaigns;
        this.past = past;
        this.branches = branches;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/campaigns/{code}/past")
    JteModel one(@PathVariable String code, PageFrame page) {
        Campaign campaign = find(code);
        Optional<KeptPastCampaign> kept = past.newest(campaign);
        Map<String, String> names = branches.within(DataScope.wholeBank()).stream()
                .collect(Collectors.toMap(
                        Branch::code, branch -> page.texts().isChinese() ? branch.name() : branch.nameInEnglish()));
        return templates.campaignPast(
                page,
                campaign,
                past.running(campaign).orElse(null),
                clock.realInstant(),
                kept.map(found -> PastPage.of(found, names, page)).orElse(null));
    }

    /** How far the rehearsal has come; the page is shown anew once it is over. */
    @GetMapping("/campaigns/{code}/past/progress")
    JteModel progress(@PathVariable String code, PageFrame page, HttpServletResponse response) {
        Campaign campaign = find(code);
        Optional<JobRun> running = past.running(campaign);
        if (running.isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        return templates.campaignPastProgress(page, campaign, running.orElse(null), clock.realInstant());
    }

    @PostMapping("/campaigns/{code}/past")
    String ask(@PathVariable String code, @RequestParam(defaultValue = "12") int months, PageFrame page) {
        Campaign campaign = find(code);
        if (past.running(campaign).isEmpty()) {
            past.ask(campaign, months, page.signedIn());
        }
        return "redirect:/campaigns/" + code + "/past";
    }

    private Campaign find(String code) {
        return campaigns.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
