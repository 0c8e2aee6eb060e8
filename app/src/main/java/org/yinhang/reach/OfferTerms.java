package org.yinhang.reach;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.compliance.policy.Admission;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.PricedOffer;
import org.yinhang.core.loan.cost.AnnualCost;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * What is offered to one customer, or to all of a dispatch.
 *
 * @param admitted whether the product's admission lets them in
 * @param suitable whether the product suits them
 * @param policy version of the tables that said so
 * @param rate interest a year
 * @param annual all-in cost a year, where it has one rate
 * @param limit how much at most
 * @param neutral whether nothing of the person went into choosing them, the offer or its price: for who refused automated decisions or
 *     was never asked
 */
public record OfferTerms(
        boolean admitted,
        boolean suitable,
        String policy,
        Rate rate,
        Optional<Rate> annual,
        Money limit,
        boolean neutral) {

    private static final long TEN_THOUSAND_YUAN = 1_000_000;

    /** The same to somebody who was chosen by what is known of them: no neutral touch any more, whatever its price. */
    public OfferTerms toOneChosen() {
        return new OfferTerms(admitted, suitable, policy, rate, annual, limit, false);
    }

    /** Which data a touch with it rests on, where others of its dispatch rest on some. */
    public DataUse data(DataUse others) {
        return neutral ? DataUse.NEUTRAL : others;
    }

    /** What the product's policy said. */
    public Admission admission() {
        return new Admission(admitted, suitable, policy);
    }

    /** What it costs, beside the caps that hold; empty where the cost is not one rate. */
    public Optional<PricedOffer> price(List<CostCap> caps) {
        return annual.map(cost -> new PricedOffer(new AnnualCost.Found(cost), caps));
    }

    /** The values it gives to the variables of a text. */
    public Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        words.put("rate", percent(rate));
        annual.ifPresent(cost -> words.put("annual", percent(cost)));
        words.put("limit", amount(limit));
        return words;
    }

    private static String percent(Rate rate) {
        BigDecimal percent = rate.percent().stripTrailingZeros();
        return percent.setScale(Math.max(2, percent.scale())).toPlainString() + "%";
    }

    private static String amount(Money money) {
        return money.fen() % TEN_THOUSAND_YUAN == 0
                ? money.fen() / TEN_THOUSAND_YUAN + "万元"
                : money.yuan().stripTrailingZeros().toPlainString() + "元";
    }
}
