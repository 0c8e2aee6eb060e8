package org.yinhang.tag.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import org.yinhang.tag.GivenValues;
import yinhang.pages.Templates;

/** On the customer page: the tags people set by hand; left out where the bank has declared none. */
@Component
class GivenPanel implements Panel<CustomerSubject> {

    private final GivenValues given;
    private final Templates templates;

    GivenPanel(GivenValues given, Templates templates) {
        this.given = given;
        this.templates = templates;
    }

    @Override
    public Class<CustomerSubject> subject() {
        return CustomerSubject.class;
    }

    @Override
    public int order() {
        return 68;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST, Role.BRANCH_HEAD, Role.ACCOUNT_MANAGER);
    }

    @Override
    public Optional<PanelContent> show(CustomerSubject subject, PageFrame page) {
        List<Tag> tags = given.byHand();
        int customer = subject.customer().number();
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(PanelContent.of(
                        page.t("tag.by-hand"), templates.tagByHand(page, customer, tags, given.of(customer))));
    }
}
