package org.yinhang.customer.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.access.Branch;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.Customer;
import org.yinhang.customer.CustomerState;
import org.yinhang.customer.FilterChoices;
import org.yinhang.customer.Tier;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** The list of customers: its columns and the ways to narrow it. */
final class CustomerList {

    private CustomerList() {}

    static ListDefinition<Customer> of(
            List<Branch> branches, FilterChoices choices, CustomerWords words, PageFrame page) {
        return ListDefinition.of("customers", columns(words), filters(branches, choices, words, page), true)
                .leadingTo(customer -> "/customers/" + customer.number())
                .chosenBy(customer -> Integer.toString(customer.number()));
    }

    private static List<Column<Customer>> columns(CustomerWords words) {
        return List.of(
                Column.<Customer>of("name", "customer.column.name", CustomerList::name),
                Column.<Customer>number("number", "customer.column.number", c -> new Cell.Code("" + c.number()))
                        .sortable(),
                Column.<Customer>of("tier", "customer.column.tier", CustomerList::tier)
                        .sortable(),
                Column.<Customer>of("birth", "customer.column.age", (c, page) -> person(c, words, page))
                        .sortable(),
                Column.<Customer>of("city", "customer.column.city", c -> words(c.city()))
                        .sortable(),
                Column.<Customer>of("employer", "customer.column.employer", c -> words(c.employer()))
                        .whenChosen(),
                Column.<Customer>number("class", "customer.column.class", CustomerList::employerClass)
                        .whenChosen(),
                Column.<Customer>of(
                                "occupation",
                                "customer.column.occupation",
                                c -> new Cell.Words(words.of("occupation", c.occupation())))
                        .whenChosen(),
                Column.<Customer>number("income", "customer.column.income", CustomerList::income)
                        .sortable()
                        .whenChosen(),
                Column.<Customer>number("aum", "customer.column.aum", c -> new Cell.Amount(c.aum()))
                        .sortable(),
                Column.<Customer>number("granted", "customer.column.granted", c -> amount(c.granted()))
                        .sortable(),
                Column.<Customer>number("unused", "customer.column.unused", c -> amount(c.unused()))
                        .sortable(),
                Column.<Customer>number("loans", "customer.column.loans", c -> amount(c.loanBalance()))
                        .sortable(),
                Column.<Customer>of("overdue", "customer.column.overdue", CustomerList::overdue)
                        .sortable(),
                Column.<Customer>of("contact", "customer.column.contact", CustomerList::contact)
                        .sortable(),
                Column.<Customer>of(
                                "outcome",
                                "customer.column.outcome",
                                c -> new Cell.Words(words.of("outcome", c.lastOutcome())))
                        .whenChosen(),
                Column.<Customer>of("consent", "customer.column.consent", CustomerList::consent)
                        .whenChosen(),
                Column.<Customer>of(
                                "products",
                                "customer.column.products",
                                c -> new Cell.Words(c.products().stream()
                                        .map(words::product)
                                        .collect(Collectors.joining(", "))))
                        .whenChosen(),
                Column.<Customer>of("manager", "customer.column.manager", c -> c.keeper()
                                .<Cell>map(keeper -> new Cell.Words(keeper.name()))
                                .orElseGet(Cell.Nothing::new))
                        .sortable(),
                Column.<Customer>of(
                                "branch",
                                "customer.column.branch",
                                c -> new Cell.Words(c.branch().name()))
                        .sortable()
                        .whenChosen(),
                Column.<Customer>of("joined", "customer.column.joined", CustomerList::joined)
                        .sortable()
                        .whenChosen());
    }

    private static List<ListFilter> filters(
            List<Branch> branches, FilterChoices choices, CustomerWords words, PageFrame page) {
        List<ListFilter> filters = new ArrayList<>();
        filters.add(new ListFilter.OneOf(
                "state",
                "customer.filter.state",
                Arrays.stream(CustomerState.values())
                        .map(state -> new ListFilter.Option(state.key(), state.messageKey()))
                        .toList()));
        filters.add(new ListFilter.OneOf(
                "tier",
                "customer.column.tier",
                Arrays.stream(Tier.values())
                        .map(tier -> new ListFilter.Option(tier.name(), tier.messageKey()))
                        .toList()));
        if (branches.size() > 1) {
            int top = branches.getFirst().depth();
            filters.add(new ListFilter.OneOf(
                    "branch",
                    "customer.column.branch",
                    branches.stream()
                            .map(branch -> new ListFilter.Option(
                                    branch.code(),
                                    "\u3000".repeat(branch.depth() - top)
                                            + (page.texts().isChinese() ? branch.name() : branch.nameInEnglish())))
                            .toList()));
        }
        if (choices.managers().size() > 1) {
            filters.add(new ListFilter.OneOf(
                    "manager",
                    "customer.column.manager",
                    choices.managers().stream()
                            .map(manager ->
                                    new ListFilter.Option(manager.code(), manager.name() + " " + manager.code()))
                            .toList()));
        }
        filters.add(new ListFilter.OneOf(
                "city",
                "customer.column.city",
                choices.cities().stream()
                        .map(city -> new ListFilter.Option(city, city))
                        .toList()));
        filters.add(new ListFilter.OneOf(
                "product",
                "customer.filter.product",
                choices.products().stream()
                        .map(product -> new ListFilter.Option(product, words.product(product)))
                        .toList()));
        return filters;
    }

    /** A dash for nothing, so that what is there stands out. */
    private static Cell amount(Money money) {
        return money.equals(Money.ZERO) ? new Cell.Nothing() : new Cell.Amount(money);
    }

    private static Cell name(Customer customer, PageFrame page) {
        return new Cell.Words(
                customer.maskedName().isEmpty()
                        ? page.t("customer.unnamed", customer.number())
                        : customer.maskedName());
    }

    private static Cell tier(Customer customer, PageFrame page) {
        return new Cell.Words(page.t(customer.tier().messageKey()));
    }

    private static Cell person(Customer customer, CustomerWords words, PageFrame page) {
        String gender = customer.gender() == null ? "" : words.of("gender", customer.gender());
        String age = customer.age(page.today()).isPresent()
                ? Integer.toString(customer.age(page.today()).getAsInt())
                : "";
        String both = (gender + " " + age).strip();
        return both.isEmpty() ? new Cell.Nothing() : new Cell.Words(both);
    }

    private static Cell employerClass(Customer customer) {
        Integer known = customer.employerClass();
        return known == null ? new Cell.Nothing() : new Cell.Count(known);
    }

    private static Cell income(Customer customer) {
        return customer.monthlyIncome() == null ? new Cell.Nothing() : new Cell.Amount(customer.monthlyIncome());
    }

    private static Cell overdue(Customer customer, PageFrame page) {
        return customer.overdueDays() == 0
                ? new Cell.Nothing()
                : new Cell.Mark(Meaning.BAD, page.t("customer.days", customer.overdueDays()));
    }

    private static Cell contact(Customer customer) {
        return customer.lastContact() == null ? new Cell.Nothing() : new Cell.Moment(customer.lastContact());
    }

    private static Cell consent(Customer customer, PageFrame page) {
        if (customer.consent().profilingRefused()) {
            return new Cell.Mark(Meaning.BLOCKED, page.t("customer.consent.profiling-refused"));
        }
        int channels = customer.consent().channels().size();
        return channels == 0
                ? new Cell.Mark(Meaning.BLOCKED, page.t("customer.consent.none"))
                : new Cell.Mark(Meaning.GOOD, page.t("customer.consent.channels", channels));
    }

    private static Cell joined(Customer customer) {
        return customer.joinedOn() == null ? new Cell.Nothing() : new Cell.Day(customer.joinedOn());
    }

    private static Cell words(@Nullable String words) {
        return words == null || words.isEmpty() ? new Cell.Nothing() : new Cell.Words(words);
    }
}
