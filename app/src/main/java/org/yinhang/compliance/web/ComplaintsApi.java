package org.yinhang.compliance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.complaint.Complaint;
import org.yinhang.compliance.complaint.Complaints;
import org.yinhang.compliance.complaint.Grievance;
import org.yinhang.customer.Customers;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Complaints from a bank's other systems, such as its call centre. */
@RestController
@RequestMapping("/api/v1/complaints")
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
@Tag(name = "complaints", description = "Complaints by the clock; while one is open its customer is left in peace")
class ComplaintsApi {

    private final Complaints complaints;
    private final Customers customers;

    ComplaintsApi(Complaints complaints, Customers customers) {
        this.complaints = complaints;
        this.customers = customers;
    }

    @PostMapping
    @Operation(
            summary = "Take a complaint in",
            description = "Its customer is on hold before the answer; a request sent again is the complaint it became")
    Complaint take(@RequestBody Grievance grievance, @Parameter(hidden = true) Viewer viewer) {
        if (!customers.covers(grievance.customer(), DataScope.ofCustomers(viewer))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return complaints.take(grievance, viewer);
    }

    @GetMapping("/{id}")
    @Operation(summary = "How a complaint stands; without what the customer said")
    Complaint one(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        return complaints
                .find(id, DataScope.ofCustomers(viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
