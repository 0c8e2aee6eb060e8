package org.yinhang.product;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every approved version of every product, table and cap, and what funds cost. Which of them hold depends on the day.
 *
 * @param products in the order of the shelf
 * @param tables in the order written
 * @param caps in the order written
 * @param rates what funds cost
 */
public record PolicyBook(List<Product> products, List<PolicyTable> tables, List<LenderCap> caps, ReferenceRates rates) {

    public PolicyBook {
        products = List.copyOf(products);
        tables = List.copyOf(tables);
        caps = List.copyOf(caps);
    }

    /** The products offered on a day. */
    public List<Product> productsOn(LocalDate day) {
        return newest(
                products,
                Product::id,
                Product::version,
                product -> !day.isBefore(product.from())
                        && product.until().map(day::isBefore).orElse(true));
    }

    public Optional<Product> product(String id, LocalDate day) {
        return productsOn(day).stream()
                .filter(product -> product.id().equals(id))
                .findFirst();
    }

    /** The tables that hold on a day, in the order they are asked: by kind, then as written. */
    public List<PolicyTable> tablesOn(LocalDate day) {
        return newest(tables, PolicyTable::id, table -> table.table().version(), table -> table.table()
                        .isInForce(day))
                .stream()
                .sorted(Comparator.comparing(PolicyTable::kind))
                .toList();
    }

    public Optional<PolicyTable> table(String id, LocalDate day) {
        return tablesOn(day).stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** The caps that hold on a day. */
    public List<LenderCap> capsOn(LocalDate day) {
        return newest(caps, LenderCap::id, LenderCap::version, cap -> cap.cap().isInForce(day));
    }

    /** The same with one more version of something: to try a draft. */
    public PolicyBook with(Definition definition) {
        return switch (definition) {
            case Definition.OfProduct(Product product) ->
                new PolicyBook(append(products, product), tables, caps, rates);
            case Definition.OfTable(PolicyTable table) -> new PolicyBook(products, append(tables, table), caps, rates);
            case Definition.OfCap(LenderCap cap) -> new PolicyBook(products, tables, append(caps, cap), rates);
        };
    }

    /** The same with what funds cost from elsewhere. */
    public PolicyBook with(ReferenceRates others) {
        return new PolicyBook(products, tables, caps, others);
    }

    private static <T> List<T> append(List<T> items, T item) {
        return Stream.concat(items.stream(), Stream.of(item)).toList();
    }

    /** Of every id the newest version that holds. */
    private static <T> List<T> newest(
            Collection<T> items, Function<T, String> id, Function<T, Integer> version, Predicate<T> holds) {
        Map<String, T> newest = new LinkedHashMap<>();
        for (T item : items) {
            if (holds.test(item)) {
                newest.merge(id.apply(item), item, (a, b) -> version.apply(a) >= version.apply(b) ? a : b);
            }
        }
        return List.copyOf(newest.values());
    }
}
