package org.yinhang.customer;

import java.util.List;
import org.yinhang.customer.Customer.Place;

/**
 * What the list of customers can be narrowed by, within the scope of who asks.
 *
 * @param managers who keeps them; nobody where there are too many to choose from
 * @param cities they live in, the most frequent first
 * @param products the codes of those they hold
 */
public record FilterChoices(List<Place> managers, List<String> cities, List<String> products) {

    public FilterChoices {
        managers = List.copyOf(managers);
        cities = List.copyOf(cities);
        products = List.copyOf(products);
    }
}
