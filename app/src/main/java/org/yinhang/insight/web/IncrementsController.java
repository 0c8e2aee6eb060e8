package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.insight.CampaignIncrements;
import org.yinhang.insight.Increments;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panels;
import yinhang.pages.Templates;

/** What contacts truly added over customers left alone by chance. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class IncrementsController {

    private final Increments increments;
    private final Panels panels;
    private final Templates templates;

    IncrementsController(Increments increments, Panels panels, Templates templates) {
        this.increments = increments;
        this.panels = panels;
        this.templates = templates;
    }

    @GetMapping("/insight/increments")
    JteModel increments(@RequestParam(defaultValue = "") String campaign, PageFrame page) {
        List<String> campaigns = increments.campaigns();
        Optional<String> one = Optional.of(campaign).filter(campaigns::contains);
        IncrementReport report = increments.measure(one);
        return report.contacted() + report.control() == 0
                ? templates.insightNothing(page, "insight.increments.title", "insight.increments.purpose")
                : templates.insightIncrements(
                        page,
                        IncrementsPage.of(report, page),
                        campaigns,
                        one.orElse(""),
                        one.map(code -> panels.of(new CampaignIncrements(code, report), page))
                                .orElse(List.of()));
    }
}
