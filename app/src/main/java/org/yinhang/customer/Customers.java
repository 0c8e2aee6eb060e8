package org.yinhang.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yinhang.access.DataScope;
import org.yinhang.customer.internal.CustomerRepository;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** The customers of the bank, each question within the scope of who asks. */
@Service
public class Customers {

    private static final int MOST_MANAGERS = 300;

    private final CustomerRepository repository;
    private final CustomerRefresh refresh;
    private final Map<DataScope, FilterChoices> choices = new ConcurrentHashMap<>();
    private Optional<RefreshState> choicesOf = Optional.empty();

    Customers(CustomerRepository repository, CustomerRefresh refresh) {
        this.repository = repository;
        this.refresh = refresh;
    }

    /**
     * One page. The text finds exactly a name, phone, identity number, bank identifier or customer number; filters are
     * {@code branch} (with everything below it), {@code manager}, {@code tier}, {@code city}, {@code product} and
     * {@code state} ({@link CustomerState}).
     */
    public Slice<Customer> page(ListQuery query, DataScope scope) {
        return page(query, scope, repository.count(query, scope));
    }

    /** One page, where it is known already how many there are in all. */
    public Slice<Customer> page(ListQuery query, DataScope scope, long total) {
        return repository.page(query, scope, total);
    }

    /** The customer of that number, where the scope covers them. */
    public Optional<Customer> find(int number, DataScope scope) {
        return repository.find(number, scope);
    }

    /** Whether the scope covers the customer; cheaper than reading them. */
    public boolean covers(int number, DataScope scope) {
        return repository.covers(number, scope);
    }

    /** Those of these customers the scope covers. */
    public List<Customer> among(Collection<Integer> numbers, DataScope scope) {
        return repository.among(numbers, scope);
    }

    /** The masked names of those of these customers the scope covers, by customer number; for lists of other modules. */
    public Map<Integer, String> maskedNames(Collection<Integer> numbers, DataScope scope) {
        return repository.among(numbers, scope).stream()
                .collect(Collectors.toMap(Customer::number, Customer::maskedName));
    }

    /** The names of members of staff the bank's list knows, by code. */
    public Map<String, String> staffNames(Collection<String> codes) {
        return repository.staffNames(List.copyOf(codes));
    }

    /** What the customers a question finds come to. */
    public CustomerFigures figures(ListQuery query, DataScope scope) {
        return repository.figures(query, scope);
    }

    /** What the list can be narrowed by; found once for a scope after each refresh, since it needs a look at every row. */
    public FilterChoices choices(DataScope scope) {
        Optional<RefreshState> now = refresh.last();
        synchronized (choices) {
            if (!now.equals(choicesOf)) {
                choices.clear();
                choicesOf = now;
            }
        }
        FilterChoices known = choices.get(scope);
        if (known == null) {
            known = new FilterChoices(
                    repository.managers(scope, MOST_MANAGERS), repository.cities(scope), repository.products(scope));
            choices.put(scope, known);
        }
        return known;
    }
}
