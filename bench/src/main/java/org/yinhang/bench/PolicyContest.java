package org.yinhang.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.product.Offers;
import org.yinhang.product.PolicyBook;

/**
 * Yinhang's assessment of a customer for all products and the same red lines, admission, suitability and price tables in Drools,
 * each in one thread and without HTTP, turn about on the same customers. Yinhang also works out limit, price and cost.
 */
final class PolicyContest {

    private static final int TURNS = 6;

    /** Customers at the edges of the tables, for the verdicts alone. */
    private static final int EDGES = 20_000;

    private final PolicyBook book;
    private final Catalogue catalogue;
    private final AsOf asOf;
    private final Offers offers;
    private final List<String> products;

    PolicyContest(PolicyBook book, Catalogue catalogue, AsOf asOf) {
        this.book = book;
        this.catalogue = catalogue;
        this.asOf = asOf;
        this.offers = Offers.of(book, catalogue, asOf.zone());
        offers.makeReady(asOf.day());
        this.products = List.copyOf(offers.products(asOf.day()));
    }

    /**
     * What came of it.
     *
     * @param ours seconds and decisions a second
     * @param peer the same, and for how many customers and products the two disagreed
     */
    record Outcome(Figures ours, Figures peer) {}

    /**
     * Holds it.
     *
     * @param customers values by field, what is missing left out
     * @param seconds how long each side is measured, all turns together
     */
    Outcome hold(List<Map<String, Value>> customers, double seconds) {
        try (DroolsPeer peer = new DroolsPeer(new DrlTables(book, catalogue, asOf))) {
            List<Facts> facts = customers.stream().map(PolicyContest::facts).toList();
            List<Object> peerFacts = customers.stream().map(peer::fact).toList();
            long disagreed = mismatches(peer, customers)
                    + mismatches(peer, new MadeUpApplicants(book, catalogue).draw(EDGES, 1));
            IntConsumer our = i -> offers.assess(products, facts.get(i), asOf.day(), false);
            IntConsumer other = i -> peer.assess(peerFacts.get(i), products);
            long part = (long) (seconds * 1e9 / TURNS);
            long[] counts = new long[2];
            long[] nanos = new long[2];
            turn(our, customers.size(), part);
            turn(other, customers.size(), part);
            for (int turn = 0; turn < TURNS; turn++) {
                for (int side = 0; side < 2; side++) {
                    long start = System.nanoTime();
                    counts[side] += turn(side == 0 ? our : other, customers.size(), part);
                    nanos[side] += System.nanoTime() - start;
                }
            }
            Map<String, Number> peers = figures(counts[1], nanos[1], customers.size());
            peers.put("mismatches", disagreed);
            return new Outcome(
                    new Figures("without-http", figures(counts[0], nanos[0], customers.size())),
                    new Figures("drools", peers));
        }
    }

    /** Seconds are those of all customers once, so that the two sides compare. */
    private static Map<String, Number> figures(long count, long nanos, int customers) {
        Map<String, Number> figures = new LinkedHashMap<>();
        double each = nanos / 1e9 / count;
        figures.put("seconds", Math.round(each * customers * 1e6) / 1e6);
        figures.put("perSecond", Math.round(1 / each));
        return figures;
    }

    private static long turn(IntConsumer side, int customers, long nanos) {
        long end = System.nanoTime() + nanos;
        long count = 0;
        do {
            for (int i = 0; i < customers && System.nanoTime() < end; i++) {
                side.accept(i);
                count++;
            }
        } while (System.nanoTime() < end);
        return Math.max(1, count);
    }

    /** Customers and products for which the two do not say the same. */
    long mismatches(DroolsPeer peer, List<Map<String, Value>> customers) {
        Set<String> tables = peer.names();
        long different = 0;
        for (Map<String, Value> customer : customers) {
            List<PolicyVerdict> ours = new ArrayList<>();
            offers.assess(products, facts(customer), asOf.day(), false)
                    .forEach(assessment -> ours.add(PolicyVerdict.of(assessment, tables)));
            List<PolicyVerdict> theirs = peer.assess(peer.fact(customer), products);
            for (int i = 0; i < products.size(); i++) {
                different += ours.get(i).agreesWith(theirs.get(i)) ? 0 : 1;
            }
        }
        return different;
    }

    private static Facts facts(Map<String, Value> values) {
        return leaf -> leaf instanceof Reference(var field)
                ? values.getOrDefault(field.name(), Value.missing())
                : Value.missing();
    }

    /** How many products lend. */
    int products() {
        return products.size();
    }

    /** Every field Yinhang reads for them. */
    Set<String> fields() {
        return products.stream()
                .flatMap(product -> offers.fields(product, asOf.day()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
