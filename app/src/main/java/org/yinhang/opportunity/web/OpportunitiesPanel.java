package org.yinhang.opportunity.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the customer page: opportunities of this customer, open and past. */
@Component
class OpportunitiesPanel implements Panel<CustomerSubject> {

    private final Opportunities opportunities;
    private final OpportunityWords words;
    private final Templates templates;

    OpportunitiesPanel(Opportunities opportunities, OpportunityWords words, Templates templates) {
        this.opportunities = opportunities;
        this.words = words;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        List<Opportunity> all = opportunities.ofCustomer(subject.customer().number());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(PanelContent.of(
                                page.t("opportunity.list.title"), templates.opportunityPanel(page, all, words.now()))
                        .wide());
    }
}
