package org.yinhang.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.record.RecordEvaluator;
import org.yinhang.core.unit.Rate;

/** Builds prices of one product on one day: funds, expected loss, cost, capital, margin, then what the tables add. */
final class PriceDesk {

    private final Credit credit;
    private final Rate funds;
    private final RecordEvaluator risk;
    private final Reference coupon;
    private final Set<String> fields;

    PriceDesk(String product, Credit credit, Rate funds, Expression risk, AsOf asOf) {
        this.credit = credit;
        this.funds = funds;
        this.risk = RecordEvaluator.compile(risk, asOf);
        this.coupon = new Reference(PolicyFields.coupon(product));
        this.fields = Leaves.of(risk).stream().map(ExpressionText::of).collect(Collectors.toUnmodifiableSet());
    }

    /** What the expected loss is read from. */
    Set<String> fields() {
        return fields;
    }

    /**
     * The price for a customer.
     *
     * @param adjustments what the tables add, in their order
     */
    PriceBuildUp price(Facts facts, boolean neutral, List<PriceBuildUp.Part> adjustments) {
        Pricing pricing = credit.pricing();
        List<PriceBuildUp.Part> parts = new ArrayList<>();
        parts.add(new PriceBuildUp.Part("ftp", "资金成本 FTP", "Funds (FTP)", funds, "reference_rates"));
        parts.add(expectedLoss(facts, neutral));
        parts.add(new PriceBuildUp.Part("operating", "运营成本", "Operating cost", pricing.operating(), "product"));
        parts.add(new PriceBuildUp.Part("capital", "资本成本", "Capital charge", pricing.capital(), "product"));
        int cost = sum(parts);
        parts.add(new PriceBuildUp.Part("margin", "目标利润", "Margin", pricing.margin(), "product"));
        int full = sum(parts);
        parts.addAll(adjustments);
        coupon(facts).ifPresent(parts::add);
        int built = sum(parts);
        int floor = credit.floor().ppm();
        int ceiling = credit.ceiling().ppm();
        int rate = Math.clamp(stepped(built), floor, ceiling);
        if (rate != built) {
            boolean isRounding = rate == stepped(built);
            parts.add(new PriceBuildUp.Part(
                    isRounding ? "step" : "bounds",
                    isRounding ? "取整" : "产品利率区间",
                    isRounding ? "Rounding" : "Bounds of the product",
                    new Rate(rate - built),
                    "product"));
        }
        int lowest = Math.clamp(stepped(cost + pricing.leastMargin().ppm()), floor, rate);
        int highest = Math.clamp(stepped(Math.max(full, built)), rate, ceiling);
        return new PriceBuildUp(parts, new Rate(rate), new Rate(lowest), new Rate(highest), neutral);
    }

    /** What the bank promised the customer off the rate holds for whoever refused profiling, too. */
    private Optional<PriceBuildUp.Part> coupon(Facts facts) {
        return facts.value(coupon) instanceof Value.Whole(long cut)
                ? Optional.of(new PriceBuildUp.Part(
                        "coupon", "利率优惠券", "Rate coupon", new Rate(Math.toIntExact(-cut)), "benefit"))
                : Optional.empty();
    }

    /** Whether what the loan costs the bank is above the most the product may ask. */
    boolean isOutOfReach(PriceBuildUp price) {
        return price.cost().ppm() + credit.pricing().leastMargin().ppm()
                > credit.ceiling().ppm();
    }

    private PriceBuildUp.Part expectedLoss(Facts facts, boolean neutral) {
        Pricing pricing = credit.pricing();
        Value scored = neutral ? Value.missing() : risk.value(facts);
        boolean isStandard = scored.isMissing();
        double chance = isStandard ? pricing.standard().value() : Math.clamp(Numbers.real(scored), 0.0, 1.0);
        int loss = (int) Math.round(chance * pricing.lossGivenDefault().value() * 1e6);
        return new PriceBuildUp.Part(
                "expected_loss",
                isStandard ? "预期损失（标准违约率）" : "预期损失 PD×LGD",
                isStandard ? "Expected loss at the standard rate of default" : "Expected loss (PD × LGD)",
                new Rate(loss),
                isStandard ? "product" : pricing.probabilityOfDefault());
    }

    private int stepped(int ppm) {
        int step = Math.max(1, credit.pricing().step().ppm());
        return Math.ceilDiv(ppm, step) * step;
    }

    private static int sum(List<PriceBuildUp.Part> parts) {
        return parts.stream().mapToInt(part -> part.rate().ppm()).sum();
    }
}
