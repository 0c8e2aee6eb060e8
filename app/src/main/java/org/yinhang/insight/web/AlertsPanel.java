package org.yinhang.insight.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.insight.ConversionAlerts;
import org.yinhang.insight.WatchedConversion;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** The newest alerts on the home page; left out while all is calm. */
@Component
class AlertsPanel implements Panel<HomeSubject> {

    private final ConversionAlerts alerts;
    private final Templates templates;

    AlertsPanel(ConversionAlerts alerts, Templates templates) {
        this.alerts = alerts;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        List<WatchView> watches = alerts.last().stream()
                .filter(AlertsPanel::isNew)
                .map(one -> WatchView.of(one, page))
                .toList();
        return watches.isEmpty()
                ? Optional.empty()
                : Optional.of(PanelContent.of(
                        page.t("insight.alerts.title"),
                        templates.insightAlertsPanel(page, watches),
                        "/insight/alerts"));
    }

    /** Whether its newest alert reaches into the last week judged. */
    private static boolean isNew(WatchedConversion one) {
        return !one.alerts().isEmpty()
                && one.alerts().getFirst().day().isAfter(one.last().minusDays(7));
    }
}
