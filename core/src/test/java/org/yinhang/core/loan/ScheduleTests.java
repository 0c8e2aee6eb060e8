package org.yinhang.core.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

class ScheduleTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 31);
    private static final Rate TWELVE = Rate.ofPercent(new BigDecimal("12"));

    private static LoanTerms loan(RepaymentMethod method, int count) {
        PaymentDates dates = PaymentDates.regular(START, Frequency.MONTHLY, count);
        return LoanTerms.of(Money.ofYuan(12_000), TWELVE, DayCount.THIRTY_360, dates, method);
    }

    private static List<String> payments(Schedule schedule) {
        return schedule.rows().stream()
                .filter(row -> row.kind() != ScheduleRow.Kind.DRAW)
                .map(row -> row.date() + " " + row.payment())
                .toList();
    }

    /**
     * MathWorks, Financial Toolbox, annurate: $5,000 over 48 months at 11.32 % is $130 a month
     * (mathworks.com/help/finance/annurate.html).
     */
    @Test
    void repeatsThePublishedEqualInstalment() {
        LoanTerms terms = LoanTerms.of(
                Money.ofYuan(5_000),
                Rate.ofPercent(new BigDecimal("11.32")),
                DayCount.THIRTY_360,
                PaymentDates.regular(START, Frequency.MONTHLY, 48),
                new RepaymentMethod.EqualInstalment());
        long level = Schedule.of(terms).instalments().getFirst().payment().fen();
        assertThat(level).isBetween(12_999L, 13_001L);
    }

    /**
     * Equal principal in a handbook of the HP-12C (manualsdump.com/en/manuals/hp-12c/291586/22): 5,000 of principal a year
     * and 55,000 left after the first with 2,750 of interest in the second, hence 60,000 at 5 %; the second, seventh and
     * eighth payments and what is left after them.
     */
    @Test
    void repeatsThePublishedEqualPrincipal() {
        LoanTerms terms = LoanTerms.of(
                Money.ofYuan(60_000),
                Rate.ofPercent(new BigDecimal("5")),
                DayCount.THIRTY_360,
                PaymentDates.regular(START, Frequency.YEARLY, 12),
                new RepaymentMethod.EqualPrincipal());
        List<ScheduleRow> rows = Schedule.of(terms).instalments();
        assertThat(rows.get(1).interest()).isEqualTo(Money.ofYuan(2_750));
        assertThat(rows.get(1).payment()).isEqualTo(Money.ofYuan(7_750));
        assertThat(rows.get(1).closing()).isEqualTo(Money.ofYuan(50_000));
        assertThat(rows.get(6).interest()).isEqualTo(Money.ofYuan(1_500));
        assertThat(rows.get(6).payment()).isEqualTo(Money.ofYuan(6_500));
        assertThat(rows.get(7).interest()).isEqualTo(Money.ofYuan(1_250));
        assertThat(rows.get(7).payment()).isEqualTo(Money.ofYuan(6_250));
        assertThat(rows.get(7).closing()).isEqualTo(Money.ofYuan(20_000));
    }

    @Test
    void keepsTheLastDayOfEachMonth() {
        assertThat(payments(Schedule.of(loan(new RepaymentMethod.InterestOnly(), 3))))
                .containsExactly("2026-02-28 ¥120.00", "2026-03-31 ¥120.00", "2026-04-30 ¥12120.00");
    }

    @Test
    void bulletPaysPrincipalAndSimpleInterestAtTheEnd() {
        assertThat(payments(Schedule.of(loan(new RepaymentMethod.Bullet(), 12))))
                .containsExactly("2027-01-31 ¥13440.00");
    }

    @Test
    void revolvingChargesTheDaysItIsDrawn() {
        RepaymentMethod method = new RepaymentMethod.Revolving(
                Money.ofYuan(20_000),
                List.of(
                        RepaymentMethod.Movement.draw(LocalDate.of(2026, 2, 10), Money.ofYuan(6_000)),
                        RepaymentMethod.Movement.repay(LocalDate.of(2026, 3, 5), Money.ofYuan(18_000))));
        PaymentDates dates = PaymentDates.on(21, START, Frequency.MONTHLY, 12);
        LoanTerms terms = LoanTerms.of(
                Money.ofYuan(12_000), Rate.ofPercent(new BigDecimal("3.6")), DayCount.ACTUAL_360, dates, method);
        // 0.1 ‰ a day: 12,000 for 10 days and 18,000 for 11; then 18,000 for 12 days, settled when nothing is left.
        assertThat(payments(Schedule.of(terms))).containsExactly("2026-02-21 ¥31.80", "2026-03-05 ¥18021.60");
    }

    @Test
    void graceDefersOrCapitalisesInterest() {
        LoanTerms terms = loan(new RepaymentMethod.EqualPrincipal(), 4);
        assertThat(payments(Schedule.of(terms.withGrace(Grace.of(2, Grace.Interest.PAID)))))
                .containsExactly(
                        "2026-02-28 ¥120.00", "2026-03-31 ¥120.00", "2026-04-30 ¥6120.00", "2026-05-31 ¥6060.00");
        assertThat(payments(Schedule.of(terms.withGrace(Grace.of(2, Grace.Interest.DEFERRED)))))
                .containsExactly("2026-04-30 ¥6360.00", "2026-05-31 ¥6060.00");
        assertThat(Schedule.of(terms.withGrace(Grace.of(2, Grace.Interest.CAPITALISED)))
                        .principal())
                .isEqualTo(Money.ofFen(1_224_120));
    }

    @Test
    void aPartPrepaidShortensTheTermOrLowersTheInstalment() {
        LoanTerms terms = loan(new RepaymentMethod.EqualInstalment(), 12);
        Money level = Schedule.of(terms).instalments().getFirst().payment();
        LocalDate day = terms.dates().due(3);
        Schedule shorter = Schedule.of(
                terms.withPrepayments(new Prepayment.Part(day, Money.ofYuan(5_000), Prepayment.Effect.SHORTER_TERM)));
        Schedule smaller = Schedule.of(terms.withPrepayments(
                new Prepayment.Part(day, Money.ofYuan(5_000), Prepayment.Effect.SMALLER_INSTALMENT)));
        assertThat(shorter.instalments()).hasSize(7);
        assertThat(shorter.instalments().get(5).payment()).isEqualTo(level);
        assertThat(smaller.instalments()).hasSize(12);
        assertThat(smaller.instalments().get(6).payment()).isLessThan(level);
        assertThat(shorter.interest()).isLessThan(smaller.interest());
        assertThat(smaller.interest()).isLessThan(Schedule.of(terms).interest());
    }

    @Test
    void prepayingEverythingEndsTheLoanWithInterestToTheDayAndTheFee() {
        Fee fee = Fee.paid(
                ChargeItem.of("提前还款违约金", Collector.lender("本行")),
                Fee.Timing.ON_PREPAYMENT,
                new FeeBasis.ShareOfPrincipal(10_000));
        LoanTerms terms = loan(new RepaymentMethod.InterestOnly(), 12)
                .withFees(fee)
                .withPrepayments(new Prepayment.Whole(LocalDate.of(2026, 3, 15)));
        // 15 days of 30/360 at 12 %: 60; one per cent of 12,000: 120.
        assertThat(payments(Schedule.of(terms))).containsExactly("2026-02-28 ¥120.00", "2026-03-15 ¥12180.00");
    }

    @Test
    void aFinancedFeeIsRepaidWithInterest() {
        Fee fee = Fee.financed(ChargeItem.of("服务费", Collector.lender("本行")), new FeeBasis.ShareOfPrincipal(20_000));
        Schedule schedule =
                Schedule.of(loan(new RepaymentMethod.InterestOnly(), 2).withFees(fee));
        assertThat(payments(schedule)).containsExactly("2026-02-28 ¥122.40", "2026-03-31 ¥12362.40");
        assertThat(schedule.paidOut()).isEqualTo(Money.ofYuan(12_000));
    }

    @Test
    void aPaymentThatDoesNotCoverTheInterestIsRaisedToIt() {
        PaymentDates dates = new PaymentDates(START, LocalDate.of(2031, 1, 31), Frequency.MONTHLY, 24, 31);
        LoanTerms terms = LoanTerms.of(
                Money.ofYuan(10_000), TWELVE, DayCount.THIRTY_360, dates, new RepaymentMethod.EqualInstalment());
        List<ScheduleRow> rows = Schedule.of(terms).instalments();
        assertThat(rows.getFirst().principal()).isEqualTo(Money.ZERO);
        assertThat(rows.getFirst().interest()).isEqualTo(Money.ofYuan(6_000));
        assertThat(rows.getLast().closing()).isEqualTo(Money.ZERO);
    }

    @Test
    void namesEverythingThatDoesNotFit() {
        RepaymentMethod method = new RepaymentMethod.Revolving(
                Money.ofYuan(10_000),
                List.of(RepaymentMethod.Movement.repay(LocalDate.of(2026, 2, 10), Money.ofYuan(20_000))));
        assertThatThrownBy(() -> loan(method, 12).withPrepayments(new Prepayment.Whole(START)))
                .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.faults())
                        .extracting(fault -> fault.code())
                        .containsExactly("LOA-1015", "LOA-1016"));
        assertThatThrownBy(() ->
                        loan(new RepaymentMethod.EqualInstalment(), 3).withGrace(Grace.of(3, Grace.Interest.PAID)))
                .hasMessageContaining("LOA-1006");
        assertThatThrownBy(() -> Schedule.of(loan(new RepaymentMethod.InterestOnly(), 12)
                        .withPrepayments(new Prepayment.Part(
                                LocalDate.of(2026, 3, 1), Money.ofYuan(12_000), Prepayment.Effect.SHORTER_TERM))))
                .hasMessageContaining("LOA-1017");
    }
}
