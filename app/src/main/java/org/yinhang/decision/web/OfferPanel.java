package org.yinhang.decision.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.decision.ContactPlans;
import org.yinhang.decision.PlanSummary;
import org.yinhang.decision.PlannedContact;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** Next best offer on the customer page: what the newest plan chose, how likely it is to succeed, and why. */
@Component
class OfferPanel implements Panel<CustomerSubject> {

    private final ContactPlans plans;
    private final Templates templates;

    OfferPanel(ContactPlans plans, Templates templates) {
        this.plans = plans;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(PlanMenu.READERS);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        List<PlanSummary> newest = plans.newest(1);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        PlanSummary plan = newest.getFirst();
        Optional<PlannedContact> contact = plans.ofCustomer(subject.customer().number(), 1).stream()
                .filter(c -> c.plan().equals(plan.id()))
                .findFirst();
        return Optional.of(PanelContent.of(
                        page.t("plans.offer.title"),
                        templates.decisionOffer(
                                page,
                                plan,
                                contact.orElse(null),
                                plans.whyWithheld(plan.id(), subject.customer().number())),
                        "/plans/" + plan.id())
                .wide());
    }
}
