package org.yinhang.opportunity.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.OpportunityFigures;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the home page of who supervises: what is open, given to nobody, and overdue. */
@Component
class HeadPanel implements Panel<HomeSubject> {

    private final Opportunities opportunities;
    private final Templates templates;

    HeadPanel(Opportunities opportunities, Templates templates) {
        this.opportunities = opportunities;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST, Role.BRANCH_HEAD);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        OpportunityFigures figures = opportunities.figures(opportunities.reach(page.signedIn()));
        return figures.open() == 0
                ? Optional.empty()
                : Optional.of(PanelContent.of(
                        page.t("opportunity.list.title"),
                        templates.opportunityFigures(page, figures),
                        "/opportunities"));
    }
}
