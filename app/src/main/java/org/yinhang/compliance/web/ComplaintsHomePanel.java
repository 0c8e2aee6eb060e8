package org.yinhang.compliance.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.complaint.Complaint;
import org.yinhang.compliance.complaint.Complaints;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the home page: the open complaints whose clock runs out first; left out where there are none. */
@Component
class ComplaintsHomePanel implements Panel<HomeSubject> {

    private static final int ROWS = 5;

    private final Complaints complaints;
    private final BusinessClock clock;
    private final Templates templates;

    ComplaintsHomePanel(Complaints complaints, BusinessClock clock, Templates templates) {
        this.complaints = complaints;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        List<Complaint> open = complaints
                .page(
                        new ListQuery("", Map.of("state", "open"), "", false, 1, ROWS),
                        DataScope.ofCustomers(page.signedIn()))
                .items();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(PanelContent.of(
                        page.t("complaint.title"),
                        templates.complianceComplaintRows(
                                page, open, clock.now().toInstant()),
                        "/complaints"));
    }
}
