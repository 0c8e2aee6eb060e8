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
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.yinhang.core.loan.cost.CostCap;

/**
 * Every approved version of every product, table and cap, and what funds cost. Which of them hold depends on the day.
 *
 * @param products in the order of the shelf
 * @param tables in the order written
 * @param caps in the order written
 * @param rates what funds cost
 */
public record PolicyBook(List<Product> products, List<PolicyTable> tables, List<LenderCap> caps, ReferenceRates rates) {

    /** Nothing at all. */
    public static final PolicyBook EMPTY =
            new PolicyBook(List.of(), List.of(), List.of(), ReferenceRates.of(List.of()));

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

    /** The type of lender that lends a product on a day; empty where it does not lend. */
    public Optional<String> lender(String productId, LocalDate day) {
        return product(productId, day).flatMap(Product::credit).map(Credit::lender);
    }

    /** The cost caps that hold for a product on a day. */
    public List<CostCap> capsOn(LocalDate day, String productId) {
        String lender = lender(productId, day).orElse("");
        return capsOn(day).stream()
                .filter(cap -> cap.covers(lender, productId))
                .map(LenderCap::cap)
                .toList();
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

    /**
     * The same with everything another book defines as the newest version of its name, and what funds cost as here.
     *
     * @param others their versions count up from those here
     */
    public PolicyBook with(PolicyBook others) {
        PolicyBook book = this;
        for (Product product : others.products) {
            int newest = newest(book.products, product.id(), Product::id, Product::version);
            book = book.with(new Definition.OfProduct(product.withVersion(newest + 1)));
        }
        for (PolicyTable table : others.tables) {
            int newest = newest(
                    book.tables, table.id(), PolicyTable::id, one -> one.table().version());
            book = book.with(new Definition.OfTable(table.withVersion(newest + 1)));
        }
        for (LenderCap cap : others.caps) {
            int newest = newest(book.caps, cap.id(), LenderCap::id, LenderCap::version);
            book = book.with(new Definition.OfCap(cap.withVersion(newest + 1)));
        }
        return book;
    }

    private static <T> int newest(List<T> items, String id, Function<T, String> name, ToIntFunction<T> version) {
        return items.stream()
                .filter(item -> name.apply(item).equals(id))
                .mapToInt(version)
                .max()
                .orElse(0);
    }

    /** A day on which every definition here has begun: the given one, or the first of the latest to begin. */
    public LocalDate begun(LocalDate day) {
        return Stream.of(
                        products.stream().map(Product::from),
                        tables.stream().map(table -> table.table().from()),
                        caps.stream().map(cap -> cap.cap().from()))
                .flatMap(begins -> begins)
                .reduce(day, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** The same without a version and what came after it: what was in force before. */
    public PolicyBook without(PolicyVersion.Kind kind, String id, int version) {
        return switch (kind) {
            case PRODUCT ->
                new PolicyBook(
                        products.stream()
                                .filter(product -> !product.id().equals(id) || product.version() < version)
                                .toList(),
                        tables,
                        caps,
                        rates);
            case TABLE ->
                new PolicyBook(
                        products,
                        tables.stream()
                                .filter(table ->
                                        !table.id().equals(id) || table.table().version() < version)
                                .toList(),
                        caps,
                        rates);
            case CAP ->
                new PolicyBook(
                        products,
                        tables,
                        caps.stream()
                                .filter(cap -> !cap.id().equals(id) || cap.version() < version)
                                .toList(),
                        rates);
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
