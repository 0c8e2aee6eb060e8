package org.yinhang.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customer.Place;
import org.yinhang.customer.internal.CustomerRepository;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** The customers of the bank, each question within the scope of who asks. */
@Service
public class Customers {

    private static final int MOST_MANAGERS = 300;

    private final CustomerRepository repository;

    Customers(CustomerRepository repository) {
        this.repository = repository;
    }

    /**
     * One page. The text finds exactly a name, phone, identity number, bank identifier or customer number; filters are
     * {@code branch} (with everything below it), {@code manager}, {@code tier}, {@code city}, {@code product} and
     * {@code state} ({@link CustomerState}).
     */
    public Slice<Customer> page(ListQuery query, DataScope scope) {
        return repository.page(query, scope);
    }

    /** The customer of that number, where the scope covers them. */
    public Optional<Customer> find(int number, DataScope scope) {
        return repository.find(number, scope);
    }

    /** The masked names of those of these customers the scope covers, by customer number; for lists of other modules. */
    public Map<Integer, String> maskedNames(Collection<Integer> numbers, DataScope scope) {
        return repository.among(numbers, scope).stream()
                .collect(Collectors.toMap(Customer::number, Customer::maskedName));
    }

    /** What the customers a question finds come to. */
    public CustomerFigures figures(ListQuery query, DataScope scope) {
        return repository.figures(query, scope);
    }

    /** How many of them are in each tier. */
    public Map<Tier, Long> tiers(ListQuery query, DataScope scope) {
        return repository.tiers(query, scope);
    }

    /** The cities they live in, the most frequent first. */
    public List<String> cities(DataScope scope) {
        return repository.cities(scope);
    }

    /** Who keeps them; nobody where there are too many to choose from. */
    public List<Place> managers(DataScope scope) {
        return repository.managers(scope, MOST_MANAGERS);
    }

    /** The codes of the products they hold. */
    public List<String> products(DataScope scope) {
        return repository.products(scope);
    }
}
