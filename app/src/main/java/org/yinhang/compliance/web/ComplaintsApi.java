package org.yinhang.compliance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.yinhang.compliance.complaint.ComplaintSubject;
import org.yinhang.compliance.complaint.Complaints;
import org.yinhang.compliance.complaint.Entrance;
import org.yinhang.compliance.complaint.Grievance;
import org.yinhang.compliance.complaint.Severity;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
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

    /** A complaint as programs send it. */
    record Intake(
            @Nullable String request,
            @Nullable Integer customer,
            @Nullable Entrance entrance,
            @Nullable ComplaintSubject subject,
            @Nullable Severity severity,
            @Nullable String story) {

        /**
         * The same with nothing missing.
         *
         * @throws FaultException {@code CMP-4007} for every field that is
         */
        Grievance checked() {
            if (request == null
                    || customer == null
                    || entrance == null
                    || subject == null
                    || severity == null
                    || story == null) {
                Map<String, Optional<?>> fields = new LinkedHashMap<>();
                fields.put("request", Optional.ofNullable(request));
                fields.put("customer", Optional.ofNullable(customer));
                fields.put("entrance", Optional.ofNullable(entrance));
                fields.put("subject", Optional.ofNullable(subject));
                fields.put("severity", Optional.ofNullable(severity));
                fields.put("story", Optional.ofNullable(story));
                throw new FaultException(fields.entrySet().stream()
                        .filter(field -> field.getValue().isEmpty())
                        .map(field -> Fault.of(
                                "CMP-4007",
                                "A field is missing.",
                                field.getKey(),
                                "Give every field of the complaint."))
                        .toList());
            }
            return new Grievance(request, customer, entrance, subject, severity, story);
        }
    }

    @PostMapping
    @Operation(
            summary = "Take a complaint in",
            description = "Its customer is on hold before the answer; a request sent again is the complaint it became")
    Complaint take(@RequestBody Intake intake, @Parameter(hidden = true) Viewer viewer) {
        Grievance grievance = intake.checked();
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
