package org.yinhang.decision.offer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.product.LimitBuildUp;
import org.yinhang.product.PriceBuildUp;

/** Reckons what offers are worth by the terms, made ready for a day. For any number of threads. */
public final class Valuer {

    private final ValueTerms terms;
    private final RecordEvaluator approval;
    /** By product and channel. */
    private final Map<String, Map<String, RecordEvaluator>> lifts = new HashMap<>();

    private final Map<String, RecordEvaluator> responses = new HashMap<>();

    private Valuer(ValueTerms terms, Catalogue catalogue, AsOf asOf) {
        this.terms = terms;
        this.approval = number(terms.approval(), catalogue, asOf);
        terms.products().forEach((code, use) -> {
            responses.put(code, number(use.response(), catalogue, asOf));
            Map<String, RecordEvaluator> ofProduct = new LinkedHashMap<>();
            terms.channels()
                    .forEach(channel -> ofProduct.put(channel.code(), number(channel.liftOf(code), catalogue, asOf)));
            lifts.put(code, ofProduct);
        });
    }

    /**
     * Makes terms ready.
     *
     * @throws org.yinhang.core.predicate.PredicateException when an expression names what the catalogue does not know
     */
    public static Valuer of(ValueTerms terms, Catalogue catalogue, AsOf asOf) {
        return new Valuer(terms, catalogue, asOf);
    }

    private static RecordEvaluator number(String text, Catalogue catalogue, AsOf asOf) {
        return RecordEvaluator.compile(Predicates.value(text, ValueType.NUMBER, catalogue), asOf);
    }

    public ValueTerms terms() {
        return terms;
    }

    /** Whether the terms say what a product is worth. */
    public boolean knows(String product) {
        return responses.containsKey(product);
    }

    /** What an offer is worth to the bank with this customer. */
    public Worth worth(String product, PriceBuildUp price, LimitBuildUp limit, Facts facts) {
        RecordEvaluator answering = responses.get(product);
        if (answering == null) {
            throw new IllegalArgumentException("product: " + product + " (expected: one the terms know)");
        }
        double response = real(answering, facts);
        double approved = real(approval, facts);
        long margin = margin(product, price, limit).fen();
        Map<String, RecordEvaluator> ofProduct = lifts.getOrDefault(product, Map.of());
        TreeMap<String, Double> added = new TreeMap<>();
        TreeMap<String, Long> values = new TreeMap<>();
        for (ValueTerms.Channel channel : terms.channels()) {
            RecordEvaluator lift = ofProduct.get(channel.code());
            double more = lift == null ? Double.NaN : real(lift, facts);
            added.put(channel.code(), more);
            double value = more * approved * margin - channel.cost().fen();
            if (!Double.isNaN(value)) {
                values.put(channel.code(), Math.round(value));
            }
        }
        double asked = response * approved * margin;
        return new Worth(
                response,
                approved,
                Money.ofFen(margin),
                expectedLoss(product, price, limit),
                added,
                values,
                Double.isNaN(asked) ? 0 : Math.round(asked));
    }

    /** What an approved loan leaves above all costs: the balance expected, times the rate above them, times the years. */
    public Money margin(String product, PriceBuildUp price, LimitBuildUp limit) {
        return overLife(product, limit, price.rate().minus(price.cost()));
    }

    /** What is expected to be lost on an approved loan. */
    public Money expectedLoss(String product, PriceBuildUp price, LimitBuildUp limit) {
        return overLife(product, limit, price.expectedLoss());
    }

    private Money overLife(String product, LimitBuildUp limit, Rate rate) {
        ValueTerms.Use use = terms.products().get(product);
        double years = use == null ? 0 : use.used() * use.months() / 12.0;
        return Money.ofFen(Math.round(limit.limit().fen() * years * (rate.ppm() / 1e6)));
    }

    private static double real(RecordEvaluator evaluator, Facts facts) {
        Value value = evaluator.value(facts);
        return value.isMissing() ? Double.NaN : Numbers.real(value);
    }
}
