package org.yinhang.compliance.web;

import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.complaint.Complaint;
import org.yinhang.compliance.complaint.ComplaintFigures;
import org.yinhang.compliance.complaint.Complaints;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Complaints: how the bank stands, the list by the clock, one of them, and the form that takes one in. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class ComplaintsController {

    private final Complaints complaints;
    private final Customers customers;
    private final CustomerSearch search;
    private final BusinessClock clock;
    private final ListExport export;
    private final Templates templates;

    ComplaintsController(
            Complaints complaints,
            Customers customers,
            CustomerSearch search,
            BusinessClock clock,
            ListExport export,
            Templates templates) {
        this.complaints = complaints;
        this.customers = customers;
        this.search = search;
        this.clock = clock;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/complaints")
    JteModel list(@ListKey("complaints") ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Slice<Complaint> rows = complaints.page(search.resolved(query, scope), scope);
        ComplaintFigures figures = complaints.figures(scope);
        return templates.complianceComplaints(
                page,
                figures,
                subjects(figures, page),
                ComplaintList.of(namesOf(rows, scope), now()).fill(query, rows, page));
    }

    @RequestMapping(
            path = "/complaints.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Map<Integer, String> names = new HashMap<>();
        return export.write(ComplaintList.of(names, now()), page.t("complaint.title"), query, page, next -> {
            Slice<Complaint> rows = complaints.page(search.resolved(next, scope), scope);
            names.putAll(namesOf(rows, scope));
            return rows;
        });
    }

    @GetMapping("/complaints/new")
    JteModel intake(@RequestParam Optional<Integer> customer, PageFrame page) {
        Optional<Customer> about = customer.map(number -> customer(number, page));
        return templates.complianceComplaintIntake(
                page, about, UUID.randomUUID().toString(), complaints.rulesToday());
    }

    @GetMapping("/complaints/{id}")
    JteModel one(@PathVariable long id, PageFrame page) {
        Complaint complaint = complaints
                .find(id, DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return templates.complianceComplaint(
                page,
                complaint,
                customer(complaint.customer(), page),
                complaints.story(complaint, page.signedIn()),
                complaints.steps(complaint),
                ComplaintList.state(complaint, now(), page));
    }

    private Customer customer(int number, PageFrame page) {
        return customers
                .find(number, DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<Integer, String> namesOf(Slice<Complaint> rows, DataScope scope) {
        return search.names(
                rows.items().stream().map(Complaint::customer).distinct().toList(), scope);
    }

    private Instant now() {
        return clock.now().toInstant();
    }

    private static Optional<Chart> subjects(ComplaintFigures figures, PageFrame page) {
        List<ComplaintFigures.SubjectCount> counts = figures.subjects();
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        String first = page.t(counts.getFirst().subject().messageKey());
        return Optional.of(new Chart(
                Chart.Kind.ROWS,
                Chart.Size.USUAL,
                page.t("complaint.chart", first, page.formats().count(figures.taken())),
                page.t("complaint.chart.unit"),
                page.t("complaint.column.subject"),
                counts.stream()
                        .map(count -> page.t(count.subject().messageKey()))
                        .toList(),
                List.of(
                        new Chart.Series(
                                page.t("complaint.severity.serious"),
                                counts.stream()
                                        .map(count -> (double) count.serious())
                                        .toList()),
                        new Chart.Series(
                                page.t("complaint.severity.ordinary"),
                                counts.stream()
                                        .map(count -> (double) count.ordinary())
                                        .toList())),
                null));
    }
}
