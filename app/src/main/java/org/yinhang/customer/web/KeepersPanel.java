package org.yinhang.customer.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.customer.Keepers;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the customer page: lead and deputy, since when, and everybody before. */
@Component
class KeepersPanel implements Panel<CustomerSubject> {

    private final Keepers keepers;
    private final Templates templates;

    KeepersPanel(Keepers keepers, Templates templates) {
        this.keepers = keepers;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 69;
    }

    @Override
    public Set<Role> roles() {
        return CustomerRoles.ALL;
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        int number = subject.customer().number();
        boolean mayGive = page.signedIn().roles().contains(Role.BRANCH_HEAD);
        return Optional.of(PanelContent.of(
                page.t("customer.keepers"),
                templates.customerKeepers(
                        page, number, keepers.of(number), mayGive ? keepers.candidates(page.signedIn()) : List.of())));
    }
}
