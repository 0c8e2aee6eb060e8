package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.loan.cost.CostTable;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** What a banker would check by hand: who gets what, at what price, and why not. */
class OffersAcceptanceTests {

    static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Offers OFFERS = Offers.of(PolicyFile.bundled(), Applicant.CATALOGUE, ZONE);

    private static Assessment assess(String product, Applicant applicant) {
        return OFFERS.assess(product, applicant.facts(), DAY, false);
    }

    private static String codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # product | field               | value          | refused for                  | referred for
            L101      | age                 | 35             |                              |
            L101      | age                 | 17             | AGE_TOO_YOUNG                |
            L101      | age                 | 66             | AGE_TOO_OLD                  |
            L101      | age                 | 21             |                              | AGE_TO_CHECK
            L101      | age                 | 22             |                              |
            L101      | age                 | null           | AGE_UNKNOWN                  |
            L101      | income              | 2499           | INCOME_TOO_LOW               |
            L101      | income              | 2500           |                              |
            L101      | income              | null           |                              | INCOME_UNKNOWN
            L105      | income              | null           | LIMIT_TOO_LOW                | INCOME_UNKNOWN
            L101      | employer_class      | 'avoid'        | EMPLOYER_AVOID               |
            L101      | admission_class     | 12             |                              |
            L101      | admission_class     | null           |                              | EMPLOYER_UNKNOWN
            L101      | debt_to_income      | 0.55           |                              | DEBT_TO_CHECK
            L101      | debt_to_income      | 0.56           | DEBT_TOO_HIGH                |
            L101      | worst_days_past_due | 90             | OVERDUE_90                   |
            L101      | days_past_due       | 1              | OVERDUE_NOW                  |
            L101      | late_payments_12m   | 5              | OVERDUE_OFTEN                |
            L101      | bureau_inquiries    | 7              | INQUIRIES_TOO_MANY           |
            L101      | bureau_inquiries    | 4              |                              | INQUIRIES_TO_CHECK
            L101      | bureau_inquiries    | null           |                              | BUREAU_TO_QUERY
            L101      | application_risk    | 0.21           | SCORE_TOO_RISKY              |
            L101      | application_risk    | null           |                              | SCORE_MISSING
            L101      | loan_purpose        | 'down_payment' | RED_DOWN_PAYMENT             |
            L108      | loan_purpose        | 'crypto'       | RED_CRYPTO PLEDGE_TOO_LITTLE |
            L105      | home_owner          | false          | HOME_NONE                    |
            L107      | age                 | 35             |                              | BUSINESS_UNKNOWN
            L110      | age                 | 35             | SUBSIDY_NONE                 |
            """)
    void everyPolicySaysWhomItRefusesAndWhomItRefers(
            String product, String field, String value, String refused, String referred) {
        Assessment assessment = assess(product, Applicant.sound().with(field, value));
        assertThat(codes(assessment.refusals())).isEqualTo(refused == null ? "" : refused);
        assertThat(codes(assessment.referrals())).isEqualTo(referred == null ? "" : referred);
        assertThat(assessment.isEligible()).isEqualTo(refused == null);
    }

    @Test
    void aRefusalNamesTableVersionRowAndCondition() {
        Refusal refusal = assess("L101", Applicant.sound().with("employer_class", "'avoid'"))
                .refusals()
                .getFirst();
        assertThat(refusal)
                .isEqualTo(new Refusal(
                        "EMPLOYER_AVOID",
                        Refusal.Ground.ADMISSION,
                        "admission_employer:0",
                        "avoid",
                        "employer_class = 'avoid'",
                        "单位属规避类",
                        "The employer is of the class to avoid"));
    }

    @Test
    void thePriceIsBuiltFromNamedParts() {
        PriceBuildUp price = assess(
                        "L101", Applicant.sound().with("payroll", "true").with("assets", "30万"))
                .price()
                .orElseThrow();
        assertThat(price.text())
                .isEqualTo("ftp=18000;expected_loss=4200;operating=6000;capital=4500;margin=12000;"
                        + "price_relationship=-2000;price_relationship=-1500;price_employer=-1000;step=300");
        assertThat(price.rate()).isEqualTo(new Rate(40_500));
        assertThat(price.lowest()).isEqualTo(new Rate(34_000));
        assertThat(price.highest()).isEqualTo(new Rate(45_000));
    }

    @Test
    void theLimitIsBuiltFromIncomeScoreDebtsAndBounds() {
        LimitBuildUp limit = assess("L101", Applicant.sound().with("monthly_repayment", "1234.56"))
                .limit()
                .orElseThrow();
        assertThat(limit.parts())
                .extracting(part -> part.name() + " " + part.change())
                .containsExactly("limit_income ¥180000.00", "limit_debt ¥-89629.44", "step ¥-370.56");
        assertThat(limit.limit()).isEqualTo(Money.ofYuan(90_000));
    }

    @Test
    void aPromotionHoldsInItsSeasonForEverybody() {
        Applicant owner = Applicant.sound();
        Rate before = OFFERS.assess("L105", owner.facts(), LocalDate.of(2026, 2, 28), true)
                .price()
                .orElseThrow()
                .rate();
        Rate inSeason = OFFERS.assess("L105", owner.facts(), LocalDate.of(2026, 3, 1), true)
                .price()
                .orElseThrow()
                .rate();
        Rate after = OFFERS.assess("L105", owner.facts(), LocalDate.of(2026, 12, 1), true)
                .price()
                .orElseThrow()
                .rate();
        assertThat(before.ppm() - inSeason.ppm()).isEqualTo(3_000);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whoRefusedProfilingGetsThePriceOfAnybody() {
        Applicant rich = Applicant.sound().with("assets", "90万").with("application_risk", "0.09");
        Applicant plain = Applicant.sound().with("admission_class", "12");
        PriceBuildUp one =
                OFFERS.assess("L101", rich.facts(), DAY, true).price().orElseThrow();
        PriceBuildUp other =
                OFFERS.assess("L101", plain.facts(), DAY, true).price().orElseThrow();
        assertThat(one).isEqualTo(other);
        assertThat(one.isNeutral()).isTrue();
        assertThat(one.parts()).extracting(PriceBuildUp.Part::name).doesNotContain("price_relationship");
    }

    @Test
    void aPriceAboveTheCapIsRefusedUnderGuardSeven() {
        PolicyBook shipped = PolicyFile.bundled();
        LenderCap low = new LenderCap(
                "bank_own",
                1,
                "Low",
                Set.of("bank"),
                Set.of(),
                "K",
                new CostCap("低上限", new Rate(30_000), AnnualMethod.MONTHLY_TIMES_TWELVE, DAY, Optional.empty(), "test"));
        List<LenderCap> caps = new ArrayList<>(shipped.caps());
        caps.add(low);
        Offers offers = Offers.of(
                new PolicyBook(shipped.products(), shipped.tables(), caps, shipped.rates()), Applicant.CATALOGUE, ZONE);
        assertThat(offers.assess("L101", Applicant.sound().facts(), DAY, false).refusals())
                .extracting(r -> r.code() + r.guard() + r.table())
                .containsExactly("COST_CAP7bank_own:1");
        assertThat(offers.assess("L101", Applicant.sound().facts(), DAY.minusDays(1), false)
                        .isEligible())
                .isTrue();
    }

    @Test
    void theCostTableIsOfTheLoanOffered() {
        Assessment assessment = assess("L103", Applicant.sound());
        CostTable cost = assessment.cost().orElseThrow().table();
        assertThat(cost.paidOut()).isEqualTo(assessment.limit().orElseThrow().limit());
        assertThat(cost.lines()).extracting(line -> line.item().name()).containsExactly("利息", "分期手续费");
        Rate annual = cost.annual().unique().orElseThrow();
        assertThat(annual).isGreaterThan(assessment.price().orElseThrow().rate());
    }

    @Test
    void anAssessmentSaysWhatItRestsOn() {
        assertThat(assess("L105", Applicant.sound()).versions())
                .startsWith("L105:0", "red_line_purpose:0", "red_line_industry:0")
                .contains("price_renovation_season:0")
                .endsWith("bank_own:0");
    }
}
