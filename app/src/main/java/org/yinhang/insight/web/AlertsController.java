package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinhang.insight.ConversionAlerts;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Conversions that departed from their history, with what explains it. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class AlertsController {

    private final ConversionAlerts alerts;
    private final Templates templates;

    AlertsController(ConversionAlerts alerts, Templates templates) {
        this.alerts = alerts;
        this.templates = templates;
    }

    @GetMapping("/insight/alerts")
    JteModel alerts(PageFrame page) {
        List<WatchView> watches =
                alerts.last().stream().map(one -> WatchView.of(one, page)).toList();
        return templates.insightAlerts(page, watches);
    }
}
