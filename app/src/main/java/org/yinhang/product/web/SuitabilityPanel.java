package org.yinhang.product.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.suitability.Suitability;
import org.yinhang.product.suitability.SuitabilityRecord;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the customer page: which risk the customer can bear, and whether the answer still holds. */
@Component
class SuitabilityPanel implements Panel<CustomerSubject> {

    private final Suitability suitability;
    private final CustomerOffers offers;
    private final Templates templates;

    SuitabilityPanel(Suitability suitability, CustomerOffers offers, Templates templates) {
        this.suitability = suitability;
        this.offers = offers;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        int number = subject.customer().number();
        Optional<SuitabilityRecord> newest = suitability.newest(number);
        Optional<Money> income = offers.within(number, known -> CustomerOffers.income(known.facts()))
                .flatMap(known -> known);
        return Optional.of(PanelContent.of(
                page.t("product.suitability.title"),
                templates.productSuitabilityPanel(
                        page,
                        number,
                        newest.orElse(null),
                        newest.map(taken -> suitability.standing(taken, income))
                                .orElse(SuitabilityRecord.Standing.EXPIRED))));
    }
}
