package org.yinhang.compliance.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.shared.ListQuery;

/** Lets the lists of the desk be searched by whatever identifies a person: name, phone, identity number, bank number. */
@Component
class CustomerSearch {

    private final Customers customers;

    CustomerSearch(Customers customers) {
        this.customers = customers;
    }

    /**
     * The same question about the customers its text finds; the question as it is where the text finds none, so that the
     * ledger's own words can be found.
     */
    ListQuery resolved(ListQuery query, DataScope scope) {
        if (query.text().isBlank()) {
            return query;
        }
        List<Customer> found = customers
                .page(new ListQuery(query.text(), Map.of(), "number", false, 1, ListQuery.LARGEST), scope)
                .items();
        if (found.isEmpty()) {
            return query;
        }
        Map<String, String> filters = new HashMap<>(query.filters());
        filters.put(
                "customers",
                found.stream()
                        .map(customer -> Integer.toString(customer.number()))
                        .collect(Collectors.joining(".")));
        return new ListQuery("", filters, query.sort(), query.isDescending(), query.page(), query.size());
    }

    /** The masked names of customers, by number. */
    Map<Integer, String> names(List<Integer> numbers, DataScope scope) {
        return customers.maskedNames(numbers, scope);
    }
}
