package org.yinhang.customer.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerFigures;
import org.yinhang.customer.CustomerState;
import org.yinhang.customer.Customers;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the home page: what one's customers come to, and the largest lines nobody draws on. */
@Component
class CustomersPanel implements Panel<HomeSubject> {

    private static final int ROWS = 6;

    private final Customers customers;
    private final Templates templates;

    CustomersPanel(Customers customers, Templates templates) {
        this.customers = customers;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Set<Role> roles() {
        return CustomerRoles.ALL;
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        CustomerFigures figures = customers.figures(ListQuery.first(), scope);
        if (figures.customers() == 0) {
            return Optional.empty();
        }
        ListQuery unused = new ListQuery("", Map.of("state", CustomerState.NEVER_USED.key()), "granted", true, 1, ROWS);
        return Optional.of(PanelContent.of(
                page.t("customer.panel.title"),
                templates.customerPanel(
                        page, figures, customers.page(unused, scope).items()),
                "/customers"));
    }
}
