package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.loan.cost.CashFlows;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** Laws every assessment keeps, whoever asks. */
class OffersPropertyTests {

    private static final Offers OFFERS =
            Offers.of(PolicyFile.bundled(), Applicant.CATALOGUE, OffersAcceptanceTests.ZONE);

    @Property(tries = 400)
    void partsAddUpAndStayWithinTheirBounds(@ForAll long seed) {
        Facts facts = applicant(new Random(seed)).facts();
        for (String product : OFFERS.products(OffersAcceptanceTests.DAY)) {
            for (boolean neutral : new boolean[] {false, true}) {
                Assessment assessment = OFFERS.assess(product, facts, OffersAcceptanceTests.DAY, neutral);
                assertThat(assessment.price().isPresent()).isEqualTo(assessment.isEligible());
                assertThat(OFFERS.assess(product, facts, OffersAcceptanceTests.DAY, neutral))
                        .isEqualTo(assessment);
                if (assessment.isEligible()) {
                    check(product, assessment);
                }
            }
        }
    }

    private static void check(String product, Assessment assessment) {
        Credit credit = OFFERS.book()
                .product(product, OffersAcceptanceTests.DAY)
                .flatMap(Product::credit)
                .orElseThrow();
        PriceBuildUp price = assessment.price().orElseThrow();
        int sum = price.parts().stream().mapToInt(part -> part.rate().ppm()).sum();
        assertThat(sum).isEqualTo(price.rate().ppm());
        assertThat(price.rate()).isBetween(credit.floor(), credit.ceiling());
        assertThat(price.rate()).isBetween(price.lowest(), price.highest());
        LimitBuildUp limit = assessment.limit().orElseThrow();
        Money total = limit.parts().stream().map(LimitBuildUp.Part::change).reduce(Money.ZERO, Money::plus);
        assertThat(total).isEqualTo(limit.limit());
        assertThat(limit.limit()).isBetween(credit.least(), credit.most());
        var flows = CashFlows.of(Schedule.of(assessment.cost().orElseThrow().terms()));
        for (LenderCap cap : OFFERS.book().capsOn(OffersAcceptanceTests.DAY)) {
            assertThat(!cap.covers(credit.lender(), product)
                            || cap.cap().judge(flows, OffersAcceptanceTests.DAY).isPass())
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void nothingOverridesARedLine(@ForAll long seed) {
        Random random = new Random(seed);
        Facts facts = applicant(random).with("loan_purpose", "'p2p'").facts();
        for (String product : OFFERS.products(OffersAcceptanceTests.DAY)) {
            Assessment assessment = OFFERS.assess(product, facts, OffersAcceptanceTests.DAY, random.nextBoolean());
            assertThat(assessment.refusals().getFirst().code()).isEqualTo("RED_P2P");
        }
    }

    @Property(tries = 200)
    void theNeutralPriceIsTheSameForEverybody(@ForAll long seed) {
        Random random = new Random(seed);
        for (String product : OFFERS.products(OffersAcceptanceTests.DAY)) {
            var one = OFFERS.assess(product, applicant(random).facts(), OffersAcceptanceTests.DAY, true)
                    .price();
            var other = OFFERS.assess(product, applicant(random).facts(), OffersAcceptanceTests.DAY, true)
                    .price();
            assertThat(one.isEmpty() || other.isEmpty() || one.equals(other)).isTrue();
        }
    }

    @Property(tries = 200)
    void aWorseScoreNeverMakesALoanCheaperOrLarger(@ForAll long seed) {
        Random random = new Random(seed);
        Applicant applicant = applicant(random);
        double score = random.nextInt(100) / 1000.0;
        Facts better =
                applicant.with("application_risk", Double.toString(score)).facts();
        Facts worse = applicant
                .with("application_risk", Double.toString(score + 0.01))
                .facts();
        for (String product : OFFERS.products(OffersAcceptanceTests.DAY)) {
            Assessment good = OFFERS.assess(product, better, OffersAcceptanceTests.DAY, false);
            Assessment bad = OFFERS.assess(product, worse, OffersAcceptanceTests.DAY, false);
            assertThat(!bad.isEligible() || good.isEligible()).isTrue();
            if (bad.isEligible()) {
                assertThat(rate(bad)).isGreaterThanOrEqualTo(rate(good));
                assertThat(bad.limit().orElseThrow().limit())
                        .isLessThanOrEqualTo(good.limit().orElseThrow().limit());
            }
        }
    }

    @Property(tries = 60)
    void aHigherCapNeverRefusesWhatALowerOneLetsPass(@ForAll long seed) {
        Random random = new Random(seed);
        Facts facts = applicant(random).facts();
        Rate low = new Rate(30_000 + random.nextInt(60_000));
        Offers tight = capped(low);
        Offers loose = capped(new Rate(low.ppm() + random.nextInt(20_000)));
        for (String product : OFFERS.products(OffersAcceptanceTests.DAY)) {
            Assessment before = tight.assess(product, facts, OffersAcceptanceTests.DAY, false);
            Assessment after = loose.assess(product, facts, OffersAcceptanceTests.DAY, false);
            assertThat(!before.isEligible() || after.isEligible()).isTrue();
        }
    }

    private static Offers capped(Rate ceiling) {
        PolicyBook book = OFFERS.book();
        LenderCap own = book.capsOn(OffersAcceptanceTests.DAY).stream()
                .filter(cap -> cap.id().equals("bank_own"))
                .findFirst()
                .orElseThrow();
        CostCap rule = own.cap();
        LenderCap other = new LenderCap(
                own.id(),
                1,
                own.en(),
                own.lenders(),
                own.products(),
                own.standing(),
                new CostCap(rule.name(), ceiling, rule.method(), rule.from(), rule.until(), rule.source()));
        return Offers.of(book.with(new Definition.OfCap(other)), Applicant.CATALOGUE, OffersAcceptanceTests.ZONE);
    }

    private static Rate rate(Assessment assessment) {
        return assessment.price().orElseThrow().rate();
    }

    private static Applicant applicant(Random random) {
        Map<String, String> fields = new HashMap<>(Applicant.sound().fields());
        fields.put("age", Integer.toString(20 + random.nextInt(48)));
        fields.put("income", Integer.toString(2_000 + random.nextInt(60_000)));
        fields.put("admission_class", Integer.toString(1 + random.nextInt(12)));
        fields.put("application_risk", Double.toString(random.nextInt(150) / 1000.0));
        fields.put("assets", Integer.toString(random.nextInt(500_000)));
        fields.put("deposits", Integer.toString(random.nextInt(300_000)));
        fields.put("monthly_repayment", Integer.toString(random.nextInt(6_000)));
        fields.put("payroll", random.nextBoolean() ? "true" : "null");
        fields.put("small_business", random.nextBoolean() ? "true" : "false");
        fields.put("occupation", random.nextBoolean() ? "'student'" : "'teacher'");
        fields.put("credit_granted", Integer.toString(random.nextInt(600_000)));
        fields.put("late_payments_12m", Integer.toString(random.nextInt(6)));
        if (random.nextInt(4) == 0) {
            fields.keySet().removeIf(field -> random.nextInt(5) == 0);
        }
        return new Applicant(fields);
    }
}
