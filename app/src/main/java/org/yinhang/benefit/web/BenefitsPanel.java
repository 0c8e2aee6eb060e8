package org.yinhang.benefit.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.benefit.Grant;
import org.yinhang.benefit.Grants;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the customer page: what the customer was promised and can still have. */
@Component
class BenefitsPanel implements Panel<CustomerSubject> {

    private static final Set<Role> REDEEMING = Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR);

    private final Grants grants;
    private final Templates templates;

    BenefitsPanel(Grants grants, Templates templates) {
        this.grants = grants;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 350;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        List<Grant> promised = grants.ofCustomer(subject.customer().number());
        if (promised.isEmpty()) {
            return Optional.empty();
        }
        boolean mayRedeem = page.signedIn().hasAnyOf(REDEEMING);
        return Optional.of(
                PanelContent.of(page.t("benefit.title"), templates.benefitGrants(page, promised, mayRedeem)));
    }
}
