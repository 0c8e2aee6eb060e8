package org.yinhang.customer.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.customer.ApplicationFigures;
import org.yinhang.customer.Applications;
import org.yinhang.customer.Profiles;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the home page of the credit factory: today's intake, where applications wait and for how long, why they are rejected. */
@Component
class ApplicationsPanel implements Panel<HomeSubject> {

    private final Applications applications;
    private final Profiles profiles;
    private final Templates templates;

    ApplicationsPanel(Applications applications, Profiles profiles, Templates templates) {
        this.applications = applications;
        this.profiles = profiles;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CREDIT_OPERATOR);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        ApplicationFigures figures =
                applications.figures(new DataScope.BranchSubtree(page.signedIn().branchPath()));
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        CustomerWords words = new CustomerWords(page, profiles.products());
        return Optional.of(PanelContent.of(
                        page.t("customer.applications.title"), templates.customerApplications(page, figures, words))
                .wide());
    }
}
