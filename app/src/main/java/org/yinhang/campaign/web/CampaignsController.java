package org.yinhang.campaign.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.benefit.Grants;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignProduct;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.LaunchChecks;
import org.yinhang.campaign.Retrospective;
import org.yinhang.campaign.past.KeptPastCampaign;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.reach.Dispatches;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The list of campaigns, one campaign with its figures, and what may be done with it. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
class CampaignsController {

    private final Campaigns campaigns;
    private final CampaignProduct products;
    private final LaunchChecks checks;
    private final PastCampaigns past;
    private final Dispatches dispatches;
    private final Grants grants;
    private final ListExport export;
    private final Templates templates;

    CampaignsController(
            Campaigns campaigns,
            CampaignProduct products,
            LaunchChecks checks,
            PastCampaigns past,
            Dispatches dispatches,
            Grants grants,
            ListExport export,
            Templates templates) {
        this.campaigns = campaigns;
        this.products = products;
        this.checks = checks;
        this.past = past;
        this.dispatches = dispatches;
        this.grants = grants;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/campaigns")
    JteModel list(@ListKey("campaigns") ListQuery query, PageFrame page) {
        return templates.campaignList(page, CampaignList.of(options()).fill(query, campaigns.page(query), page));
    }

    @RequestMapping(
            path = "/campaigns.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(CampaignList.of(options()), page.t("campaign.title"), query, page, campaigns::page);
    }

    private List<ListFilter.Option> options() {
        return products.lending().stream()
                .map(product -> new ListFilter.Option(product.id(), product.zh()))
                .toList();
    }

    @GetMapping("/campaigns/{code}")
    JteModel one(@PathVariable String code, PageFrame page) {
        Campaign campaign = find(code);
        boolean isPlanned = campaign.state().isEditable();
        return templates.campaignOne(
                page,
                campaign,
                campaigns.waves(campaign),
                campaigns.arms(campaign),
                campaigns.sampleRatio(campaign).orElse(null),
                campaigns.reconcile(campaign),
                dispatches.of(code),
                dispatches.reasons(code),
                grants.ofCampaign(code),
                isPlanned && campaign.state() != CampaignState.DRAFT ? checks.of(campaign) : List.of(),
                isPlanned ? past.newest(campaign).map(KeptPastCampaign::result).orElse(null) : null,
                isPlanned && past.isMissing(campaign),
                Retrospective.of(
                        campaign,
                        campaigns.waves(campaign),
                        dispatches.of(code),
                        campaigns.reconcile(campaign),
                        dispatches.outcomes(code)));
    }

    /** The changing part of the page. */
    @GetMapping("/campaigns/{code}/now")
    JteModel now(@PathVariable String code, PageFrame page) {
        Campaign campaign = find(code);
        return templates.reachReconciliation(
                page,
                campaigns.reconcile(campaign),
                campaign.launchedAt().isPresent() ? "/campaigns/" + code + "/now" : "");
    }

    @PostMapping("/campaigns/{code}/{act}")
    @AllowedTo({Role.ANALYST, Role.COMPLIANCE})
    String act(
            @PathVariable String code,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            PageFrame page) {
        Campaign campaign = find(code);
        switch (act) {
            case "submit" -> campaigns.submit(campaign, page.signedIn());
            case "approve" -> campaigns.decide(campaign, true, reason, page.signedIn());
            case "return" -> campaigns.decide(campaign, false, reason, page.signedIn());
            case "launch" -> campaigns.launch(campaign, page.signedIn());
            case "pause" -> campaigns.pause(campaign, page.signedIn());
            case "resume" -> campaigns.resume(campaign, page.signedIn());
            case "kill" -> campaigns.kill(campaign, reason, page.signedIn());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/campaigns/" + code;
    }

    private Campaign find(String code) {
        return campaigns.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
