package org.yinhang.compliance.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.compliance.complaint.Complaints;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the customer page: their complaints, and the way to take one in. */
@Component
class CustomerComplaintsPanel implements Panel<CustomerSubject> {

    private final Complaints complaints;
    private final BusinessClock clock;
    private final Templates templates;

    CustomerComplaintsPanel(Complaints complaints, BusinessClock clock, Templates templates) {
        this.complaints = complaints;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        int number = subject.customer().number();
        return Optional.of(PanelContent.of(
                page.t("complaint.title"),
                templates.complianceCustomerComplaints(
                        page, number, complaints.of(number), clock.now().toInstant())));
    }
}
