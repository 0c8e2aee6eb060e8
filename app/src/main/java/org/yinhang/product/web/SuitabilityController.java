package org.yinhang.product.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.Policies;
import org.yinhang.product.Product;
import org.yinhang.product.suitability.CustomerGrade;
import org.yinhang.product.suitability.Suitability;
import org.yinhang.product.suitability.SuitabilityRecord;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The questionnaire on risk preference, answered together with the customer. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR})
class SuitabilityController {

    private final Suitability suitability;
    private final CustomerOffers offers;
    private final Policies policies;
    private final Customers customers;
    private final Templates templates;

    SuitabilityController(
            Suitability suitability,
            CustomerOffers offers,
            Policies policies,
            Customers customers,
            Templates templates) {
        this.suitability = suitability;
        this.offers = offers;
        this.policies = policies;
        this.customers = customers;
        this.templates = templates;
    }

    @GetMapping("/customers/{number}/suitability")
    JteModel ask(@PathVariable int number, PageFrame page) {
        Customer customer = find(number, page);
        return page(customer, Map.of(), List.of(), page);
    }

    @PostMapping("/customers/{number}/suitability")
    JteModel answer(@PathVariable int number, @RequestParam Map<String, String> posted, PageFrame page) {
        Customer customer = find(number, page);
        Map<String, String> answers = new LinkedHashMap<>();
        suitability
                .questionnaire()
                .questions()
                .forEach(question -> answers.put(question.id(), posted.getOrDefault(question.id(), "")));
        Optional<Money> income = offers.within(number, subject -> CustomerOffers.income(subject.facts()))
                .flatMap(known -> known);
        try {
            suitability.take(number, answers, income, page.signedIn());
            return page(customer, answers, List.of(), page);
        } catch (FaultException e) {
            return page(customer, answers, e.faults(), page);
        }
    }

    private JteModel page(Customer customer, Map<String, String> answers, List<Fault> faults, PageFrame page) {
        Optional<SuitabilityRecord> newest = suitability.newest(customer.number());
        LocalDate today = policies.asOf().day();
        Optional<CustomerGrade> grade = newest.map(SuitabilityRecord::grade);
        List<Product> suited = policies.offers().book().productsOn(today).stream()
                .filter(product -> grade.filter(
                                g -> g.code().compareTo(product.risk().customerGrade()) >= 0)
                        .isPresent())
                .toList();
        return templates.productSuitability(
                page, customer, suitability.questionnaire(), answers, faults, newest.orElse(null), suited);
    }

    private Customer find(int number, PageFrame page) {
        return customers
                .find(number, DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
