package org.yinhang.decision.web;

import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.decision.live.Decision;
import org.yinhang.decision.live.DecisionQuestion;
import org.yinhang.decision.live.Decisions;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyFields;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The ledger of decisions about single customers: the list, one decision in full, its proof, and asking at the counter. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class DecisionsController {

    static final Role[] READERS = {
        Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE
    };

    private final Decisions decisions;
    private final DecisionTraces traces;
    private final Policies policies;
    private final Customers customers;
    private final Audit audit;
    private final Templates templates;
    private final ListExport export;

    DecisionsController(
            Decisions decisions,
            DecisionTraces traces,
            Policies policies,
            Customers customers,
            Audit audit,
            Templates templates,
            ListExport export) {
        this.decisions = decisions;
        this.traces = traces;
        this.policies = policies;
        this.customers = customers;
        this.audit = audit;
        this.templates = templates;
        this.export = export;
    }

    @GetMapping("/decisions")
    JteModel list(@ListKey("decisions") ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Slice<Decision> slice = decisions.page(query, scope);
        return templates.decisionDecisions(
                page, list(namesOf(slice, scope), page).fill(query, slice, page));
    }

    @RequestMapping(
            path = "/decisions.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Map<Integer, String> names = new HashMap<>();
        return export.write(list(names, page), page.t("decisions.title"), query, page, each -> {
            Slice<Decision> slice = decisions.page(each, scope);
            names.putAll(namesOf(slice, scope));
            return slice;
        });
    }

    @GetMapping("/decisions/{id}")
    JteModel one(@PathVariable long id, PageFrame page) {
        Decision decision = find(id, page);
        return templates.decisionDecision(page, traces.of(decision, page));
    }

    /** Reckons the decision anew and tells whether the very bytes were reached. */
    @PostMapping("/decisions/{id}/replay")
    JteModel replay(@PathVariable long id, PageFrame page) {
        Decision decision = find(id, page);
        audit.record(AuditNote.by(page.signedIn(), "decision.replay", "decision " + id));
        return templates.decisionReplay(page, decisions.replay(decision.id()));
    }

    /**
     * The letter that explains the decision to the customer, to be printed.
     *
     * @param language {@code en} for an English one; Chinese otherwise, whatever the viewer reads
     */
    @GetMapping("/decisions/{id}/letter")
    JteModel letter(@PathVariable long id, @RequestParam(defaultValue = "zh") String language, PageFrame page) {
        Decision decision = find(id, page);
        int number = decision.record().input().customer();
        String name = customers
                .maskedNames(List.of(number), DataScope.ofCustomers(page.signedIn()))
                .getOrDefault(number, "");
        audit.record(AuditNote.by(page.signedIn(), "decision.letter", "customer " + number)
                .with("decision " + id));
        PageFrame letter = traces.in(language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE, page);
        return templates.decisionLetter(letter, DecisionLetter.of(traces.of(decision, letter), name, letter));
    }

    /**
     * Decides for a customer who is at the counter, unless that was decided by the same form already.
     *
     * @param form tells one showing of the form from another
     */
    @PostMapping("/decisions")
    String decide(@RequestParam int customer, @RequestParam String purpose, @RequestParam long form, PageFrame page) {
        Customer found = customers
                .find(customer, DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!PolicyFields.LOAN_PURPOSE.values().containsKey(purpose)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String request = "counter-%d-%d-%d-%s".formatted(page.signedIn().userId(), found.number(), form, purpose);
        Decision decision = decisions.decide(
                new DecisionQuestion(
                        request, found.number(), "counter", Map.of(PolicyFields.LOAN_PURPOSE.name(), purpose)),
                page.signedIn().userName());
        audit.record(AuditNote.by(page.signedIn(), "decision.ask", "customer " + found.number())
                .with("decision " + decision.id()));
        return "redirect:/decisions/" + decision.id();
    }

    private ListDefinition<Decision> list(Map<Integer, String> names, PageFrame page) {
        DecisionWords words = traces.words(policies.asOf().day(), page);
        Map<String, String> products = new LinkedHashMap<>();
        policies.offers().products(policies.asOf().day()).stream()
                .sorted()
                .forEach(id -> products.put(id, words.product(id)));
        return DecisionList.of(names, products, words::product);
    }

    private Map<Integer, String> namesOf(Slice<Decision> slice, DataScope scope) {
        return customers.maskedNames(
                slice.items().stream()
                        .map(one -> one.record().input().customer())
                        .distinct()
                        .toList(),
                scope);
    }

    private Decision find(long id, PageFrame page) {
        return decisions
                .find(id, DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
