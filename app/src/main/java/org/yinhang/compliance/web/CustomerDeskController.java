package org.yinhang.compliance.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.ContactLedger;
import org.yinhang.compliance.Holds;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/**
 * One customer at the desk: what they said, what holds, what was sent and withheld; and what may be done about it. That
 * somebody looked is in the audit.
 */
@Controller
@AllowedTo(Role.COMPLIANCE)
class CustomerDeskController {

    private static final int ROWS = 50;

    private final ConsentLedger consents;
    private final ContactLedger ledger;
    private final Holds holds;
    private final Customers customers;
    private final BusinessClock clock;
    private final Audit audit;
    private final Templates templates;

    CustomerDeskController(
            ConsentLedger consents,
            ContactLedger ledger,
            Holds holds,
            Customers customers,
            BusinessClock clock,
            Audit audit,
            Templates templates) {
        this.consents = consents;
        this.ledger = ledger;
        this.holds = holds;
        this.customers = customers;
        this.clock = clock;
        this.audit = audit;
        this.templates = templates;
    }

    @GetMapping("/compliance/customers/{number}")
    JteModel one(@PathVariable int number, PageFrame page) {
        Customer customer = find(number, page);
        audit.record(AuditNote.by(page.signedIn(), "customer.opened", "customer " + number)
                .with("compliance"));
        return templates.complianceCustomer(
                page,
                new CustomerDesk(
                        customer,
                        consents.standing(number),
                        consents.history(number),
                        consents.neutralityOf(number),
                        holds.of(number),
                        ledger.of(number, ROWS),
                        clock.now().toInstant()));
    }

    @PostMapping("/compliance/customers/{number}/consents")
    ResponseEntity<Void> say(
            @PathVariable int number,
            @RequestParam String purpose,
            @RequestParam(defaultValue = ConsentScope.ANY) String channel,
            @RequestParam(defaultValue = ConsentScope.ANY) String dataClass,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam boolean granted,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String evidence,
            PageFrame page) {
        find(number, page);
        ConsentScope scope = new ConsentScope(purpose, dataClass, recipient.strip(), channel);
        consents.record(new Statement(number, scope, granted, version.strip(), evidence.strip()), page.signedIn());
        return back(number);
    }

    @PostMapping("/compliance/customers/{number}/holds")
    ResponseEntity<Void> hold(
            @PathVariable int number,
            @RequestParam HoldKind kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> lastDay,
            PageFrame page) {
        find(number, page);
        holds.set(number, kind, reason.strip(), lastDay, page.signedIn());
        return back(number);
    }

    @PostMapping("/compliance/customers/{number}/holds/{id}/lift")
    ResponseEntity<Void> lift(
            @PathVariable int number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            PageFrame page) {
        find(number, page);
        if (holds.of(number).stream().noneMatch(hold -> hold.id() == id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        holds.lift(id, reason.strip(), page.signedIn());
        return back(number);
    }

    private Customer find(int number, PageFrame page) {
        return customers
                .find(number, DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<Void> back(int number) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/compliance/customers/" + number)
                .build();
    }
}
