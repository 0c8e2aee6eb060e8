package org.yinhang.insight.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** The month so far on the home page, each figure one click from what is behind it. */
@Component
class DashboardPanel implements Panel<HomeSubject> {

    private final DashboardPages pages;
    private final Templates templates;

    DashboardPanel(DashboardPages pages, Templates templates) {
        this.pages = pages;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST, Role.BRANCH_HEAD);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        if (!pages.isReady()) {
            return Optional.empty();
        }
        DashboardPage one = pages.of(Map.of(), page);
        return Optional.of(PanelContent.of(
                        page.t("insight.dashboard.home", one.scope()),
                        templates.insightDashboardPanel(page, one),
                        DashboardForm.PATH)
                .wide());
    }
}
