package org.yinhang.customer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.customer.Profiles;
import org.yinhang.customer.profile.CustomerProfile;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Customers for programs: the same scope, the same masking, the same audit as the pages. */
@RestController
@RequestMapping("/api/v1/customers")
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
@Tag(name = "customers", description = "Customers within the caller's branch subtree or own customers, masked")
class CustomersApi {

    private final Customers customers;
    private final Profiles profiles;
    private final PersonalRecords personal;

    CustomersApi(Customers customers, Profiles profiles, PersonalRecords personal) {
        this.customers = customers;
        this.profiles = profiles;
        this.personal = personal;
    }

    /**
     * One customer in full.
     *
     * @param customer the operational row
     * @param personal masked personal data
     * @param profile what the lake knows
     */
    record WholeCustomer(Customer customer, Map<PersonalField, String> personal, CustomerProfile profile) {}

    @GetMapping
    @Operation(
            summary = "A page of customers",
            description = "Parameters as on the page: q, f.branch, f.manager, f.tier, f.city, f.product, f.state, sort"
                    + " (a leading - for descending), page from 1, size up to 500")
    Slice<Customer> page(@Parameter(hidden = true) ListQuery query, @Parameter(hidden = true) Viewer viewer) {
        return customers.page(query, DataScope.ofCustomers(viewer));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One customer with everything the caller's roles may see")
    WholeCustomer one(@PathVariable int number, @Parameter(hidden = true) Viewer viewer) {
        Customer customer = customers
                .find(number, DataScope.ofCustomers(viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new WholeCustomer(customer, personal.masked(customer), profiles.open(customer, viewer));
    }
}
