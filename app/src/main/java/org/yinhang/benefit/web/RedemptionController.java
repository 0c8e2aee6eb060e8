package org.yinhang.benefit.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.benefit.Grant;
import org.yinhang.benefit.Grants;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Where a customer's code becomes what was promised. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR})
class RedemptionController {

    private final Grants grants;
    private final Customers customers;
    private final Templates templates;

    RedemptionController(Grants grants, Customers customers, Templates templates) {
        this.grants = grants;
        this.customers = customers;
        this.templates = templates;
    }

    @GetMapping("/benefits/redeem")
    JteModel ask(PageFrame page) {
        return templates.benefitRedeem(page, null, null, page.today());
    }

    /** What the code stands for; by POST, so that no code stands in an address. */
    @PostMapping("/benefits/redeem/look")
    JteModel look(@RequestParam String token, PageFrame page) {
        return shown(grants.find(token, page.signedIn()), page);
    }

    @PostMapping("/benefits/redeem")
    JteModel redeem(@RequestParam String token, @RequestParam(defaultValue = "") String reference, PageFrame page) {
        return shown(grants.redeem(token, reference, page.signedIn()), page);
    }

    private JteModel shown(Grant grant, PageFrame page) {
        Customer customer = customers
                .find(grant.customer(), DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return templates.benefitRedeem(page, grant, customer, page.today());
    }
}
