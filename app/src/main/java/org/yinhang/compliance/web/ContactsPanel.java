package org.yinhang.compliance.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.ContactLedger;
import org.yinhang.compliance.Holds;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the customer page: what was sent and withheld lately, what the customer agrees to, what holds. */
@Component
class ContactsPanel implements Panel<CustomerSubject> {

    private static final int ROWS = 6;

    private final ConsentLedger consents;
    private final ContactLedger ledger;
    private final Holds holds;
    private final BusinessClock clock;
    private final Templates templates;

    ContactsPanel(ConsentLedger consents, ContactLedger ledger, Holds holds, BusinessClock clock, Templates templates) {
        this.consents = consents;
        this.ledger = ledger;
        this.holds = holds;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COMPLIANCE, Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        int number = subject.customer().number();
        CustomerDesk desk = new CustomerDesk(
                subject.customer(),
                consents.standing(number),
                List.of(),
                consents.neutralityOf(number),
                holds.of(number),
                ledger.of(number, ROWS),
                clock.now().toInstant());
        boolean mayAct = page.signedIn().roles().contains(Role.COMPLIANCE);
        return Optional.of(new PanelContent(
                page.t("compliance.panel.title"),
                true,
                templates.compliancePanel(page, desk),
                mayAct ? Optional.of("/compliance/customers/" + number) : Optional.empty()));
    }
}
