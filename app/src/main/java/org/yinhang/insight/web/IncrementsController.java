package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinhang.insight.Increments;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** What contacts truly added over customers left alone by chance. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class IncrementsController {

    private final Increments increments;
    private final Templates templates;

    IncrementsController(Increments increments, Templates templates) {
        this.increments = increments;
        this.templates = templates;
    }

    @GetMapping("/insight/increments")
    JteModel increments(PageFrame page) {
        IncrementReport report = increments.measure();
        return report.contacted() + report.control() == 0
                ? templates.insightNothing(page, "insight.increments.title", "insight.increments.purpose")
                : templates.insightIncrements(page, IncrementsPage.of(report, page));
    }
}
