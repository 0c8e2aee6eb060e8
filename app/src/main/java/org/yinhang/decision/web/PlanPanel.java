package org.yinhang.decision.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.decision.ContactPlans;
import org.yinhang.decision.PlanSummary;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** The newest plan at a glance, on the home page. */
@Component
class PlanPanel implements Panel<HomeSubject> {

    private final ContactPlans plans;
    private final Templates templates;

    PlanPanel(ContactPlans plans, Templates templates) {
        this.plans = plans;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST, Role.BRANCH_HEAD, Role.ACCOUNT_MANAGER);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        List<PlanSummary> newest = plans.newest(1);
        return newest.stream()
                .findFirst()
                .map(plan -> PanelContent.of(
                        page.t("plans.panel.title"), templates.decisionPanel(page, plan), "/plans/" + plan.id()));
    }
}
