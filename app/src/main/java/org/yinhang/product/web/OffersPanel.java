package org.yinhang.product.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.product.Assessment;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.Policies;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the customer page: which products the customer may have, at what price and limit, and why not the others. */
@Component
class OffersPanel implements Panel<CustomerSubject> {

    private final Policies policies;
    private final CustomerOffers offers;
    private final Templates templates;

    OffersPanel(Policies policies, CustomerOffers offers, Templates templates) {
        this.policies = policies;
        this.offers = offers;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        int number = subject.customer().number();
        List<Assessment> assessments = offers.of(number);
        if (assessments.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = policies.asOf().day();
        List<CustomerOffer> rows = assessments.stream()
                .map(a -> new CustomerOffer(
                        policies.offers().book().product(a.product(), today).orElseThrow(), a))
                .toList();
        return Optional.of(PanelContent.of(page.t("product.panel.title"), templates.productPanel(page, number, rows))
                .wide());
    }
}
