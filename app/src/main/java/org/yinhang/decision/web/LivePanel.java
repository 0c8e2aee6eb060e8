package org.yinhang.decision.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.decision.live.Decisions;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the customer page: what was decided last for this customer, and a button that decides now at the counter. */
@Component
class LivePanel implements Panel<CustomerSubject> {

    private final Decisions decisions;
    private final DecisionTraces traces;
    private final BusinessClock clock;
    private final Templates templates;

    LivePanel(Decisions decisions, DecisionTraces traces, BusinessClock clock, Templates templates) {
        this.decisions = decisions;
        this.traces = traces;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(DecisionsController.READERS);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        int customer = subject.customer().number();
        Optional<DecisionTrace> newest = decisions.newest(customer).map(decision -> traces.of(decision, page));
        return Optional.of(PanelContent.of(
                        page.t("decisions.panel.title"),
                        templates.decisionLive(
                                page,
                                customer,
                                newest.orElse(null),
                                clock.realInstant().toEpochMilli()))
                .wide());
    }
}
