package org.yinhang.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.loan.Collector;
import org.yinhang.core.loan.LoanTerms;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.product.CompiledPolicy.Say;

/** Assesses customers for one product on one day: gates, limit, price, cost caps. */
final class OfferDesk {

    private static final Collector LENDER = Collector.lender("本行");

    private final Product product;
    private final Credit credit;
    private final LocalDate day;
    private final List<CompiledPolicy> policies;
    private final PriceDesk prices;
    private final List<CapDesk> caps;
    private final List<String> versions;
    private final AnnualMethod method;

    OfferDesk(
            Product product,
            Credit credit,
            LocalDate day,
            List<CompiledPolicy> policies,
            PriceDesk prices,
            List<CapDesk> caps) {
        this.product = product;
        this.credit = credit;
        this.day = day;
        this.policies = policies;
        this.prices = prices;
        this.caps = caps;
        this.method = caps.stream()
                .findFirst()
                .map(cap -> cap.cap().cap().method())
                .orElse(AnnualMethod.MONTHLY_TIMES_TWELVE);
        List<String> rests = new ArrayList<>(List.of(product.id() + ":" + product.version()));
        policies.forEach(policy -> rests.add(policy.policy().table().name()));
        caps.forEach(cap -> rests.add(cap.cap().name()));
        this.versions = List.copyOf(rests);
    }

    Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(prices.fields());
        policies.forEach(
                policy -> policy.evaluator().compiled().fields().forEach(leaf -> fields.add(ExpressionText.of(leaf))));
        return fields;
    }

    /** The price for anybody: no profile, no score, whatever is taken off for everybody. */
    PriceBuildUp listPrice() {
        Gathering gathered = new Gathering(new TableAnswers(_ -> Value.missing()), true);
        policies.stream()
                .filter(policy -> policy.policy().kind() == PolicyKind.PRICE)
                .forEach(gathered::take);
        return withinCaps(prices.price(gathered.asked.facts(), true, gathered.adjustments));
    }

    /** What each cap leaves the product. */
    List<CapRoom> rooms() {
        return caps.stream()
                .map(cap -> new CapRoom(cap.cap(), cap.highest(), credit.floor()))
                .toList();
    }

    /** What a loan of an amount on the usual terms costs at a rate. */
    CostQuote cost(Money amount, Rate rate) {
        return new CostQuote(credit.terms(amount, rate, day), method, LENDER, credit.overdue(rate));
    }

    Assessment assess(TableAnswers asked, boolean neutral) {
        Gathering gathered = new Gathering(asked, neutral);
        policies.forEach(gathered::take);
        if (!gathered.refusals.isEmpty()) {
            return gathered.refused();
        }
        LimitBuildUp limit = gathered.limit.finish(credit);
        PriceBuildUp price = prices.price(asked.facts(), neutral, gathered.adjustments);
        if (limit.limit().compareTo(credit.least()) < 0) {
            gathered.refuse("LIMIT_TOO_LOW", "可给额度低于产品最低额度", "The limit falls below the least the product lends");
        }
        if (prices.isOutOfReach(price)) {
            gathered.refuse("PRICE_ABOVE_CEILING", "保本价格高于产品最高利率", "The loan costs more than the product may ask");
        }
        if (!gathered.refusals.isEmpty()) {
            return gathered.refused();
        }
        LoanTerms terms = credit.terms(limit.limit(), price.rate(), day);
        caps.stream().filter(cap -> !cap.admits(terms)).forEach(cap -> gathered.refusals.add(cap.refusal()));
        if (!gathered.refusals.isEmpty()) {
            return gathered.refused();
        }
        CostQuote cost = cost(limit.limit(), price.rate());
        return new Assessment(
                product.id(),
                day,
                neutral,
                List.of(),
                gathered.referrals,
                Optional.of(withinCaps(price)),
                Optional.of(limit),
                Optional.of(cost),
                versions);
    }

    /** Nobody may be asked more than the caps allow, whatever the product says. */
    private PriceBuildUp withinCaps(PriceBuildUp price) {
        int most = price.highest().ppm();
        for (CapDesk cap : caps) {
            most = Math.min(
                    most, cap.highest().map(Rate::ppm).orElse(price.rate().ppm()));
        }
        int highest = Math.max(price.rate().ppm(), most);
        return highest == price.highest().ppm()
                ? price
                : new PriceBuildUp(price.parts(), price.rate(), price.lowest(), new Rate(highest), price.isNeutral());
    }

    /** What the tables have said so far. */
    private final class Gathering {

        private final TableAnswers asked;
        private final boolean neutral;
        private final List<Refusal> refusals = new ArrayList<>();
        private final List<Refusal> referrals = new ArrayList<>();
        private final List<PriceBuildUp.Part> adjustments = new ArrayList<>();
        private final LimitDesk limit = new LimitDesk();

        Gathering(TableAnswers asked, boolean neutral) {
            this.asked = asked;
            this.neutral = neutral;
        }

        void take(CompiledPolicy policy) {
            if (neutral && policy.policy().isProfiling()) {
                return;
            }
            PolicyKind kind = policy.policy().kind();
            if (!kind.isGate() && !refusals.isEmpty()) {
                return;
            }
            for (Say said : asked.of(policy)) {
                switch (kind) {
                    case RED_LINE, ADMISSION, SUITABILITY -> gate(policy, said);
                    case PRICE -> adjust(policy, said);
                    case LIMIT_BASE, LIMIT_FACTOR, LIMIT_CAP ->
                        limit.take(policy, said).ifPresent(lacking -> lacks(policy, lacking));
                }
            }
        }

        private void gate(CompiledPolicy policy, Say said) {
            String verdict = said.value() instanceof Value.Text(String word) ? word : "refuse";
            if (verdict.equals("refer") && policy.policy().kind() != PolicyKind.RED_LINE) {
                referrals.add(policy.refusal(said));
            } else if (!verdict.equals("pass")) {
                refusals.add(policy.refusal(said));
            }
        }

        private void adjust(CompiledPolicy policy, Say said) {
            if (said.value() instanceof Value.Whole(long ppm)) {
                adjustments.add(new PriceBuildUp.Part(
                        policy.policy().id(),
                        said.row().zh(),
                        said.row().en(),
                        new Rate(Math.toIntExact(ppm)),
                        policy.source(said)));
            } else {
                lacks(policy, said);
            }
        }

        /** A figure that cannot be worked out admits nobody. */
        private void lacks(CompiledPolicy policy, Say said) {
            refusals.add(policy.refusal(said));
        }

        private void refuse(String code, String zh, String en) {
            String version = product.id() + ":" + product.version();
            refusals.add(new Refusal(code, Refusal.Ground.ADMISSION, version, product.id(), "", zh, en));
        }

        private Assessment refused() {
            return new Assessment(
                    product.id(),
                    day,
                    neutral,
                    refusals,
                    referrals,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    versions);
        }
    }
}
