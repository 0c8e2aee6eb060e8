package org.yinhang.customer.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customer;
import org.yinhang.customer.CustomerFigures;
import org.yinhang.customer.CustomerRefresh;
import org.yinhang.customer.Customers;
import org.yinhang.customer.Profiles;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The list of customers and its workbook; names stay masked in both. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class CustomersController {

    private final Customers customers;
    private final Profiles profiles;
    private final Branches branches;
    private final CustomerRefresh refresh;
    private final ListExport export;
    private final Templates templates;

    CustomersController(
            Customers customers,
            Profiles profiles,
            Branches branches,
            CustomerRefresh refresh,
            ListExport export,
            Templates templates) {
        this.customers = customers;
        this.profiles = profiles;
        this.branches = branches;
        this.refresh = refresh;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/customers")
    JteModel list(@ListKey("customers") ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        CustomerFigures figures = customers.figures(query, scope);
        return templates.customerList(
                page,
                definition(scope, page).fill(query, customers.page(query, scope, figures.customers()), page),
                figures,
                refresh.last().orElse(null));
    }

    @RequestMapping(
            path = "/customers.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        return export.write(
                definition(scope, page), page.t("customer.title"), query, page, next -> customers.page(next, scope));
    }

    private ListDefinition<Customer> definition(DataScope scope, PageFrame page) {
        return CustomerList.of(
                branches.within(scope), customers.choices(scope), new CustomerWords(page, profiles.products()), page);
    }
}
