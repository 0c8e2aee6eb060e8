package org.yinhang.product.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.loan.cost.CostTable;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.Customers;
import org.yinhang.product.Assessment;
import org.yinhang.product.CostQuote;
import org.yinhang.product.Credit;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.LimitBuildUp;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Product;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** What the bank offers: the shelf, and one product with its price, limit, cost and rules. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class ProductsController {

    /** The loan by which the cost of a product is shown where nobody is chosen. */
    private static final Money EXAMPLE = Money.ofYuan(100_000);

    private final Policies policies;
    private final CustomerOffers customerOffers;
    private final Customers customers;
    private final Audit audit;
    private final ListExport export;
    private final Templates templates;

    ProductsController(
            Policies policies,
            CustomerOffers customerOffers,
            Customers customers,
            Audit audit,
            ListExport export,
            Templates templates) {
        this.policies = policies;
        this.customerOffers = customerOffers;
        this.customers = customers;
        this.audit = audit;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/products")
    JteModel list(@ListKey("products") ListQuery query, PageFrame page) {
        List<ProductRow> rows = rows();
        return templates.productList(
                page,
                ProductList.of().fill(query, slice(query, rows), page),
                rows,
                policies.drafts().size());
    }

    @RequestMapping(
            path = "/products.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        List<ProductRow> rows = rows();
        return export.write(ProductList.of(), page.t("product.title"), query, page, next -> slice(next, rows));
    }

    private List<ProductRow> rows() {
        Offers offers = policies.offers();
        LocalDate today = policies.asOf().day();
        return offers.book().productsOn(today).stream()
                .map(product ->
                        new ProductRow(product, product.credit().map(_ -> offers.listPrice(product.id(), today))))
                .toList();
    }

    private static Slice<ProductRow> slice(ListQuery query, List<ProductRow> rows) {
        String wanted = query.text().strip().toLowerCase(Locale.ROOT);
        Comparator<ProductRow> order =
                switch (query.sort()) {
                    case "price" ->
                        Comparator.comparingInt(
                                r -> r.price().map(p -> p.rate().ppm()).orElse(Integer.MAX_VALUE));
                    default -> Comparator.comparing(r -> r.product().id());
                };
        List<ProductRow> found = rows.stream()
                .filter(row -> (row.product().id() + " " + row.product().zh() + " "
                                + row.product().en())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .filter(row -> query.filter("family")
                        .map(family -> row.product().family().name().equalsIgnoreCase(family))
                        .orElse(true))
                .sorted(query.isDescending() ? order.reversed() : order)
                .toList();
        return new Slice<>(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    @GetMapping("/products/{id}")
    JteModel one(@PathVariable String id, @RequestParam Optional<Integer> customer, PageFrame page) {
        Offers offers = policies.offers();
        LocalDate today = policies.asOf().day();
        Product product =
                offers.book().product(id, today).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Assessment> assessment =
                product.credit().flatMap(_ -> customer.flatMap(number -> assess(id, number, page)));
        Optional<PriceBuildUp> price = assessment.isPresent()
                ? assessment.flatMap(Assessment::price)
                : product.credit().map(_ -> offers.listPrice(id, today));
        Money amount = assessment
                .flatMap(Assessment::limit)
                .map(LimitBuildUp::limit)
                .orElseGet(
                        () -> product.credit().map(ProductsController::example).orElse(EXAMPLE));
        Optional<CostTable> cost =
                price.map(p -> offers.cost(id, amount, p.rate(), today)).map(CostQuote::table);
        Set<String> bureau = new TreeSet<>(product.credit().isPresent() ? offers.fields(id, today) : Set.of());
        bureau.retainAll(policies.bureauFields());
        return templates.productOne(
                page,
                new ProductPage(
                        product,
                        price.orElse(null),
                        price.map(new ProductWords(page)::picture).orElse(null),
                        cost.orElse(null),
                        amount,
                        product.credit().isPresent() ? offers.tables(id, today) : List.of(),
                        offers.caps(id, today),
                        bureau,
                        policies.versions(PolicyVersion.Kind.PRODUCT, id),
                        customer.orElse(null),
                        assessment.orElse(null)));
    }

    private static Money example(Credit credit) {
        Money least = EXAMPLE.compareTo(credit.least()) < 0 ? credit.least() : EXAMPLE;
        return least.compareTo(credit.most()) > 0 ? credit.most() : least;
    }

    private Optional<Assessment> assess(String product, int number, PageFrame page) {
        if (customers.find(number, DataScope.ofCustomers(page.signedIn())).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.record(AuditNote.by(page.signedIn(), "policy.assess", "customer " + number)
                .with(product));
        Offers offers = policies.offers();
        LocalDate today = policies.asOf().day();
        return customerOffers.within(
                number, subject -> offers.assess(product, subject.facts(), today, subject.isNeutral()));
    }
}
