package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.campaign.Campaigns;
import org.yinhang.insight.CampaignExperiments;
import org.yinhang.insight.JudgedCampaign;
import org.yinhang.lake.increment.ArmGoal;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The experiments campaigns are, and how large one must be. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class ExperimentsController {

    private final CampaignExperiments experiments;
    private final Campaigns campaigns;
    private final ListExport export;
    private final Templates templates;

    ExperimentsController(
            CampaignExperiments experiments, Campaigns campaigns, ListExport export, Templates templates) {
        this.experiments = experiments;
        this.campaigns = campaigns;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/insight/experiments")
    JteModel all(@RequestParam Map<String, String> asked, PageFrame page) {
        List<ExperimentLine> lines = experiments.all().stream()
                .map(campaign ->
                        ExperimentLine.of(campaign, campaigns.arms(campaign), campaigns.sampleRatio(campaign), page))
                .toList();
        return templates.insightExperiments(page, lines, ExperimentSize.of(asked));
    }

    @GetMapping("/insight/experiments/{code}")
    JteModel one(@PathVariable String code, @RequestParam Map<String, String> asked, PageFrame page) {
        JudgedCampaign judged = judged(code, asked);
        return templates.insightExperiment(page, ExperimentPage.of(judged, asked.getOrDefault("arm", ""), page));
    }

    @GetMapping("/insight/experiments/{code}.xlsx")
    ResponseEntity<byte[]> workbook(
            @PathVariable String code, @RequestParam Map<String, String> asked, PageFrame page) {
        List<ArmRow> rows = ExperimentPage.of(judged(code, asked), "", page).rows();
        return export.write(ArmRow.list(), page.t("insight.experiment.title"), rows, page);
    }

    private JudgedCampaign judged(String code, Map<String, String> asked) {
        return experiments
                .find(code)
                .map(campaign ->
                        experiments.judge(campaign, Choice.of(ArmGoal.class, asked.get("goal"), ArmGoal.RESPONSE)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
