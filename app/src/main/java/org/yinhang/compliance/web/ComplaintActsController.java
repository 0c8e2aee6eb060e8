package org.yinhang.compliance.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.complaint.ComplaintFinding;
import org.yinhang.compliance.complaint.ComplaintSubject;
import org.yinhang.compliance.complaint.Complaints;
import org.yinhang.compliance.complaint.Entrance;
import org.yinhang.compliance.complaint.Grievance;
import org.yinhang.compliance.complaint.Severity;
import org.yinhang.customer.Customers;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;

/** What may be done about a complaint; the heads of branches and compliance decide. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class ComplaintActsController {

    private final Complaints complaints;
    private final Customers customers;

    ComplaintActsController(Complaints complaints, Customers customers) {
        this.complaints = complaints;
        this.customers = customers;
    }

    @PostMapping("/complaints")
    String take(
            @RequestParam String request,
            @RequestParam int customer,
            @RequestParam Entrance entrance,
            @RequestParam ComplaintSubject subject,
            @RequestParam Severity severity,
            @RequestParam(defaultValue = "") String story,
            PageFrame page) {
        if (!customers.covers(customer, DataScope.ofCustomers(page.signedIn()))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Grievance grievance = new Grievance(request, customer, entrance, subject, severity, story.strip());
        return back(complaints.take(grievance, page.signedIn()).id());
    }

    @PostMapping("/complaints/{id}/{act}")
    String act(
            @PathVariable long id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String words,
            PageFrame page) {
        reached(id, page);
        switch (act) {
            case "plan" -> complaints.plan(id, words, page.signedIn());
            case "talk" -> complaints.talk(id, words, page.signedIn());
            case "raise" -> complaints.raise(id, words, page.signedIn());
            case "reopen" -> complaints.reopen(id, words, page.signedIn());
            case "take-over" -> complaints.takeOver(id, page.signedIn());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return back(id);
    }

    @PostMapping("/complaints/{id}/extend")
    String extend(
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "") String words,
            PageFrame page) {
        reached(id, page);
        complaints.extend(id, until, words, page.signedIn());
        return back(id);
    }

    @PostMapping("/complaints/{id}/decide")
    @AllowedTo({Role.BRANCH_HEAD, Role.COMPLIANCE})
    String decide(
            @PathVariable long id,
            @RequestParam ComplaintFinding finding,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean leaveInPeace,
            PageFrame page) {
        reached(id, page);
        complaints.decide(id, finding, words, leaveInPeace, page.signedIn());
        return back(id);
    }

    private void reached(long id, PageFrame page) {
        if (complaints.find(id, DataScope.ofCustomers(page.signedIn())).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String back(long id) {
        return "redirect:/complaints/" + id;
    }
}
