package org.yinhang.customer.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customer;
import org.yinhang.customer.CustomerSubject;
import org.yinhang.customer.Customers;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.customer.Profiles;
import org.yinhang.customer.profile.CustomerProfile;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panels;
import yinhang.pages.Templates;

/** The customer 360 page. Who the scope does not cover is not found, exactly as one who does not exist. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class CustomerController {

    private final Customers customers;
    private final Profiles profiles;
    private final PersonalRecords personal;
    private final Panels panels;
    private final Templates templates;

    CustomerController(
            Customers customers, Profiles profiles, PersonalRecords personal, Panels panels, Templates templates) {
        this.customers = customers;
        this.profiles = profiles;
        this.personal = personal;
        this.panels = panels;
        this.templates = templates;
    }

    @GetMapping("/customers/{number}")
    JteModel one(@PathVariable int number, PageFrame page) {
        Customer customer = find(number, page);
        CustomerProfile profile = profiles.open(customer, page.signedIn());
        CustomerWords words = new CustomerWords(page, profile.products());
        return templates.customerOne(
                page,
                new CustomerPage(customer, profile, personal.masked(customer), words, page),
                panels.of(new CustomerSubject(customer, profile), page),
                profiles.timeline(customer, ListQuery.first()),
                1);
    }

    /** The next page of the timeline, for the end of the list. */
    @GetMapping("/customers/{number}/timeline")
    JteModel timeline(@PathVariable int number, ListQuery query, PageFrame page) {
        Customer customer = find(number, page);
        return templates.customerTimeline(
                page,
                number,
                new CustomerWords(page, profiles.products()),
                profiles.timeline(customer, query.withSize(ListQuery.USUAL)),
                query.page());
    }

    /** One value in the clear, until the page is left. */
    @PostMapping("/customers/{number}/unmask")
    JteModel unmask(@PathVariable int number, @RequestParam String field, @RequestParam String reason, PageFrame page) {
        Customer customer = find(number, page);
        PersonalField wanted =
                PersonalField.of(field).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        String value = personal.unmask(customer, wanted, reason, page.signedIn())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return templates.customerUnmasked(page, value);
    }

    private Customer find(int number, PageFrame page) {
        return customers
                .find(number, DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
