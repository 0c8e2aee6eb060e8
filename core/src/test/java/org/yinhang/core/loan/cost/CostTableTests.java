package org.yinhang.core.loan.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yinhang.core.loan.ChargeItem;
import org.yinhang.core.loan.Collector;
import org.yinhang.core.loan.DayCount;
import org.yinhang.core.loan.Fee;
import org.yinhang.core.loan.FeeBasis;
import org.yinhang.core.loan.Frequency;
import org.yinhang.core.loan.LoanTerms;
import org.yinhang.core.loan.PaymentDates;
import org.yinhang.core.loan.RepaymentMethod;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

class CostTableTests {

    private static final LocalDate START = LocalDate.of(2026, 8, 15);
    private static final Collector BANK = Collector.lender("本行");
    private static final Collector GUARANTOR = new Collector(Collector.Kind.GUARANTOR, "担保公司");
    private static final Rate TWELVE = Rate.ofPercent(new BigDecimal("12"));
    private static final CostCap CAP = new CostCap(
            "示例上限",
            Rate.ofPercent(new BigDecimal("24")),
            AnnualMethod.MONTHLY_TIMES_TWELVE,
            LocalDate.of(2026, 8, 1),
            Optional.of(LocalDate.of(2027, 1, 1)),
            "测试");

    /** 12,000 for a year at 12 %, interest only, 0.5 % of the balance a month to a guarantor, valuation by the bank. */
    private static LoanTerms guaranteed() {
        return LoanTerms.of(
                        Money.ofYuan(12_000),
                        TWELVE,
                        DayCount.THIRTY_360,
                        PaymentDates.regular(START, Frequency.MONTHLY, 12),
                        new RepaymentMethod.InterestOnly())
                .withFees(
                        Fee.paid(
                                ChargeItem.of("担保费", GUARANTOR),
                                Fee.Timing.EACH_PERIOD,
                                new FeeBasis.ShareOfBalance(5_000)),
                        Fee.paid(
                                new ChargeItem("评估费", GUARANTOR, ChargeItem.Payer.LENDER),
                                Fee.Timing.AT_START,
                                new FeeBasis.Fixed(Money.ofYuan(300))),
                        Fee.paid(
                                ChargeItem.of("提前还款违约金", BANK),
                                Fee.Timing.ON_PREPAYMENT,
                                new FeeBasis.ShareOfPrincipal(10_000)));
    }

    @Test
    void countsWhatPartnersCollectAndNotWhatTheLenderBears() {
        CostTable table =
                CostTable.of(Schedule.of(guaranteed()), AnnualMethod.MONTHLY_TIMES_TWELVE, BANK, new Rate(180_000));
        assertThat(table.annual()).isEqualTo(new AnnualCost.Found(new Rate(180_000)));
        assertThat(table.total()).isEqualTo(Money.ofYuan(1440 + 720));
        assertThat(table.lines())
                .extracting(line -> line.item().name() + " " + line.amount() + " " + line.annualShare())
                .containsExactly("利息 ¥1440.00 12%", "评估费 ¥300.00 0%", "担保费 ¥720.00 6%");
        assertThat(table.collectedByPartners()).hasSize(2);
        assertThat(table.onPrepayment()).hasSize(1);
    }

    @Test
    void anEffectiveRateIsTheMonthlyRateCompounded() {
        CashFlows flows = CashFlows.of(Schedule.of(guaranteed()));
        int expected = (int) Math.round((Math.pow(1.015, 12) - 1) * 1e6);
        assertThat(flows.annualCost(AnnualMethod.EFFECTIVE)).isEqualTo(new AnnualCost.Found(new Rate(expected)));
        assertThat(flows.presentValue(AnnualMethod.MONTHLY_TIMES_TWELVE, new Rate(180_000)))
                .isEqualTo(Money.ZERO);
    }

    @Test
    void aCapLeavesHeadroomOnItsDaysAndStopsWhatIsAbove() {
        CashFlows flows = CashFlows.of(Schedule.of(guaranteed()));
        assertThat(CAP.judge(flows, START)).isEqualTo(new CapVerdict.Within(new Rate(180_000), new Rate(60_000)));
        assertThat(CAP.judge(flows, LocalDate.of(2027, 1, 1)))
                .isEqualTo(new CapVerdict.NotInForce(LocalDate.of(2027, 1, 1)));
        CashFlows dear = CashFlows.of(Schedule.of(guaranteed().withRate(new Rate(181_000))));
        assertThat(CAP.judge(dear, START)).isEqualTo(new CapVerdict.Above(new Rate(241_000), new Rate(1_000)));
        CashFlows unclear = new CashFlows(List.of(new CashFlow(START, Money.ofYuan(1))));
        assertThat(CAP.judge(unclear, START).isPass()).isFalse();
    }

    @Test
    void theHighestInterestRateUnderACapIsFound() {
        PriceRoom room = PriceRoom.under(CAP, guaranteed(), new Rate(40_000)).orElseThrow();
        assertThat(room.cheapest()).isEqualTo(new Rate(100_000));
        assertThat(room.headroom()).isEqualTo(new Rate(140_000));
        // Interest of 12,000 a month is rounded to the fen: a few millionths more cost nothing.
        assertThat(room.highest().orElseThrow()).isBetween(new Rate(180_000), new Rate(180_005));
        PriceRoom none = PriceRoom.under(CAP, guaranteed(), new Rate(190_000)).orElseThrow();
        assertThat(none.highest()).isEmpty();
        assertThat(none.headroom()).isEqualTo(new Rate(-10_000));
    }
}
