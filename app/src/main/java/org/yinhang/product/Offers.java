package org.yinhang.product;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * Products and policies ready to be asked: which product a customer may have, at what price and limit, and why. Built
 * once from a book; the policies of a day are made ready when that day is first asked about. Immutable to its callers,
 * deterministic, for any number of threads; touches neither disk nor network.
 */
public final class Offers {

    private final PolicyBook book;
    private final List<PolicyTrial> trials;
    private final long release;
    private final Catalogue catalogue;
    private final ZoneId zone;
    private final Map<LocalDate, Map<String, OfferDesk>> days = new ConcurrentHashMap<>();
    private final Map<List<PolicyTrial>, Offers> arms = new ConcurrentHashMap<>();

    private Offers(PolicyBook book, List<PolicyTrial> trials, long release, Catalogue catalogue, ZoneId zone) {
        this.book = book;
        this.trials = List.copyOf(trials);
        this.release = release;
        this.catalogue = catalogue;
        this.zone = zone;
    }

    /**
     * Makes a book ready.
     *
     * @param catalogue the names its tables may use
     */
    public static Offers of(PolicyBook book, Catalogue catalogue, ZoneId zone) {
        return of(book, List.of(), 0, catalogue, zone);
    }

    /**
     * Makes a book ready together with versions on trial.
     *
     * @param trials versions that decide for some customers, or for nobody yet
     * @param release the number of the newest release in it
     */
    static Offers of(PolicyBook book, List<PolicyTrial> trials, long release, Catalogue catalogue, ZoneId zone) {
        return new Offers(book, trials, release, catalogue, zone);
    }

    /** The number of the newest release in it; 0 where there is none, or where it was made from a book alone. */
    public long release() {
        return release;
    }

    /** Versions on trial. */
    public List<PolicyTrial> trials() {
        return trials;
    }

    /** What decides for a customer: what is in force, with the versions on trial whose lot he drew. */
    public Offers of(int customer) {
        return arm(drawn(customer));
    }

    /** What would decide for a customer were a version on trial not on trial for him, or the other way round. */
    public Offers other(PolicyTrial trial, int customer) {
        List<PolicyTrial> drawn = drawn(customer);
        return arm(trials.stream()
                .filter(one -> drawn.contains(one) != one.equals(trial))
                .toList());
    }

    private List<PolicyTrial> drawn(int customer) {
        return trials.stream().filter(trial -> trial.decidesFor(customer)).toList();
    }

    private Offers arm(List<PolicyTrial> with) {
        return with.isEmpty()
                ? this
                : arms.computeIfAbsent(with, taken -> {
                    PolicyBook own = book;
                    for (PolicyTrial trial : taken) {
                        own = own.without(
                                        trial.definition().kind(),
                                        trial.definition().id(),
                                        trial.version())
                                .with(trial.definition());
                    }
                    return of(own, List.of(), release, catalogue, zone);
                });
    }

    public PolicyBook book() {
        return book;
    }

    /**
     * Makes the policies of a day ready before anybody asks.
     *
     * @throws FaultException with every fault of a table or product that cannot be read
     */
    public void makeReady(LocalDate day) {
        days.computeIfAbsent(day, this::compile);
    }

    /** The products that lend on a day. */
    public Set<String> products(LocalDate day) {
        return day(day).keySet();
    }

    /**
     * What the policies of a day say of one customer and one product.
     *
     * @param facts what is known of the customer, by fields of the catalogue; a bureau field the customer has not
     *     authorised must be missing
     * @param neutral whether the customer refused profiling: price and limit are then those of anybody
     * @throws FaultException PRD-1001 when no such product lends on that day; every fault of a table that cannot be read
     */
    public Assessment assess(String productId, Facts facts, LocalDate businessDay, boolean neutral) {
        return desk(productId, businessDay).assess(new TableAnswers(facts), neutral);
    }

    /**
     * What the policies of a day say of one customer and many products; a table that covers several is asked once.
     *
     * @return in the order of the products
     * @throws FaultException as for one product
     */
    public List<Assessment> assess(List<String> productIds, Facts facts, LocalDate businessDay, boolean neutral) {
        TableAnswers asked = new TableAnswers(facts);
        List<Assessment> assessments = new ArrayList<>(productIds.size());
        for (String productId : productIds) {
            assessments.add(desk(productId, businessDay).assess(asked, neutral));
        }
        return assessments;
    }

    /**
     * The price of a product on a day for anybody: without profile or score.
     *
     * @throws FaultException PRD-1001 when no such product lends on that day
     */
    public PriceBuildUp listPrice(String productId, LocalDate day) {
        return desk(productId, day).listPrice();
    }

    /**
     * The cost of a loan of an amount on the usual terms, at a rate.
     *
     * @throws FaultException PRD-1001 when no such product lends on that day
     */
    public CostQuote cost(String productId, Money amount, Rate rate, LocalDate day) {
        return desk(productId, day).cost(amount, rate);
    }

    /** Every field an assessment of the product can read on a day. */
    public Set<String> fields(String productId, LocalDate day) {
        return desk(productId, day).fields();
    }

    private OfferDesk desk(String productId, LocalDate day) {
        Map<String, OfferDesk> desks = day(day);
        OfferDesk desk = desks.get(productId);
        if (desk == null) {
            throw new FaultException(Fault.of(
                    "PRD-1001",
                    "No product '%s' lends on %s.".formatted(productId, day),
                    productId,
                    Suggestion.advise(productId, desks.keySet())));
        }
        return desk;
    }

    private Map<String, OfferDesk> day(LocalDate day) {
        Map<String, OfferDesk> present = days.get(day);
        return present == null ? days.computeIfAbsent(day, this::compile) : present;
    }

    private Map<String, OfferDesk> compile(LocalDate day) {
        Map<String, OfferDesk> desks = new LinkedHashMap<>();
        PolicyDay policies = PolicyDay.of(book, catalogue, new AsOf(day, zone));
        for (Product product : book.productsOn(day)) {
            Optional<Credit> credit = product.credit();
            credit.ifPresent(terms -> desks.put(product.id(), policies.desk(product, terms)));
        }
        return desks;
    }

    /** The tables of a day that concern a product, in the order they are asked. */
    public List<PolicyTable> tables(String productId, LocalDate day) {
        return book.tablesOn(day).stream()
                .filter(table -> table.covers(productId))
                .toList();
    }

    /** What the caps of a day leave a product; none where it does not lend. */
    public List<CapRoom> caps(String productId, LocalDate day) {
        OfferDesk desk = day(day).get(productId);
        return desk == null ? List.of() : desk.rooms();
    }
}
