package org.yinhang.product;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.loan.ChargeItem;
import org.yinhang.core.loan.Collector;
import org.yinhang.core.loan.DayCount;
import org.yinhang.core.loan.Fee;
import org.yinhang.core.loan.FeeBasis;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.lake.yaml.Readings;
import org.yinhang.lake.yaml.YamlNode;

/** Reads the declarations of products, caps and reference rates. */
final class ProductReader {

    private static final int LONGEST = 600;

    private ProductReader() {}

    static Product product(String id, YamlNode node) {
        node.only("zh", "en", "family", "zh_for", "en_for", "risk", "credit", "from", "until", "source");
        if (!id.matches("[A-Z][A-Z0-9_]{0,19}")) {
            throw node.wrong("'%s' cannot be a product's code.".formatted(id), "Use capitals and digits.");
        }
        return new Product(
                id,
                0,
                node.get("zh").text(),
                node.get("en").text(),
                node.get("family").oneOf(ProductFamily.class),
                node.get("zh_for").text(),
                node.get("en_for").text(),
                node.get("risk").oneOf(RiskGrade.class),
                node.find("credit").map(ProductReader::credit),
                Readings.day(node.get("from")),
                Readings.until(node),
                node.get("source").text());
    }

    private static Credit credit(YamlNode node) {
        node.only(
                "lender",
                "limit",
                "rate",
                "terms",
                "term",
                "repayment",
                "day_count",
                "overdue_markup",
                "purposes",
                "fees",
                "pricing");
        List<Money> limit =
                pair(node.get("limit")).stream().map(Readings::money).toList();
        List<Rate> rate = pair(node.get("rate")).stream().map(Readings::rate).toList();
        List<Integer> terms =
                node.get("terms").list().stream().map(t -> t.whole(1, LONGEST)).toList();
        int term = node.get("term").whole(1, LONGEST);
        if (!terms.contains(term)) {
            throw node.get("term").wrong("The usual term is none of the terms.", "Name one of %s.".formatted(terms));
        }
        return new Credit(
                node.get("lender").text(),
                limit.getFirst(),
                limit.getLast(),
                rate.getFirst(),
                rate.getLast(),
                terms,
                term,
                node.get("repayment").list().stream()
                        .map(r -> r.oneOf(Repayment.class))
                        .toList(),
                node.get("day_count").oneOf(DayCount.class),
                node.get("overdue_markup").whole(0, 100),
                node.find("purposes").map(p -> Set.copyOf(p.texts())).orElse(Set.of()),
                node.find("fees")
                        .map(fees ->
                                fees.list().stream().map(ProductReader::fee).toList())
                        .orElse(List.of()),
                pricing(node.get("pricing")));
    }

    /** From and to, in order. */
    private static List<YamlNode> pair(YamlNode node) {
        if (node.list().size() != 2) {
            throw node.wrong("Two values are expected: the least and the most.", "Write [least, most].");
        }
        return node.list();
    }

    private static Fee fee(YamlNode node) {
        node.only("name", "collector", "by", "payer", "when", "share", "share_of_balance", "fixed");
        Collector collector = new Collector(
                node.get("collector").oneOf(Collector.Kind.class),
                node.get("by").text());
        ChargeItem.Payer payer =
                node.find("payer").map(p -> p.oneOf(ChargeItem.Payer.class)).orElse(ChargeItem.Payer.BORROWER);
        Optional<FeeBasis> fixed = node.find("fixed").map(f -> new FeeBasis.Fixed(Readings.money(f)));
        Optional<FeeBasis> ofBalance = node.find("share_of_balance")
                .map(f -> new FeeBasis.ShareOfBalance(Readings.rate(f).ppm()));
        FeeBasis basis = fixed.or(() -> ofBalance)
                .orElseGet(() -> new FeeBasis.ShareOfPrincipal(
                        Readings.rate(node.get("share")).ppm()));
        return Fee.paid(
                new ChargeItem(node.get("name").text(), collector, payer),
                node.get("when").oneOf(Fee.Timing.class),
                basis);
    }

    private static Pricing pricing(YamlNode node) {
        node.only("pd", "standard_pd", "lgd", "operating", "capital", "margin", "least_margin", "step");
        return new Pricing(
                node.get("pd").text(),
                Readings.share(node.get("standard_pd")),
                Readings.share(node.get("lgd")),
                Readings.rate(node.get("operating")),
                Readings.rate(node.get("capital")),
                Readings.rate(node.get("margin")),
                Readings.rate(node.get("least_margin")),
                Readings.rate(node.get("step")));
    }

    /** How an annual cost may be reckoned. */
    private enum Method {
        MONTHLY_TIMES_TWELVE,
        EFFECTIVE
    }

    static LenderCap cap(String id, YamlNode node) {
        node.only("zh", "en", "lenders", "products", "ceiling", "method", "from", "until", "standing", "source");
        AnnualMethod method =
                switch (node.get("method").oneOf(Method.class)) {
                    case MONTHLY_TIMES_TWELVE -> AnnualMethod.MONTHLY_TIMES_TWELVE;
                    case EFFECTIVE -> AnnualMethod.EFFECTIVE;
                };
        return new LenderCap(
                id,
                0,
                node.get("en").text(),
                Set.copyOf(node.get("lenders").texts()),
                node.find("products").map(p -> Set.copyOf(p.texts())).orElse(Set.of()),
                node.get("standing").text(),
                new CostCap(
                        node.get("zh").text(),
                        Readings.rate(node.get("ceiling")),
                        method,
                        Readings.day(node.get("from")),
                        Readings.until(node),
                        node.get("source").text()));
    }

    static ReferenceRates.Quote quote(YamlNode node) {
        node.only("series", "from", "rate");
        return new ReferenceRates.Quote(
                node.get("series").text(), Readings.day(node.get("from")), Readings.rate(node.get("rate")));
    }
}
