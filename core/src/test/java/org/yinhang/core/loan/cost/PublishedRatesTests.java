package org.yinhang.core.loan.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinhang.core.loan.Frequency;
import org.yinhang.core.unit.Money;

/** Rates that were published with their cash flows. Whole units of money stand for yuan. */
class PublishedRatesTests {

    private static final AnnualMethod DAYS = new AnnualMethod.Effective(AnnualMethod.YearMeasure.ACTUAL_365);

    private static CashFlow flow(String date, String amount) {
        return new CashFlow(LocalDate.parse(date), Money.ofYuan(new BigDecimal(amount)));
    }

    private static double percent(CashFlows flows, AnnualMethod method) {
        return flows.annualCost(method).unique().orElseThrow().ppm() / 1e4;
    }

    /** Directive 98/7/EC, Annex II (Annex III of 87/102/EEC), A: first to third example. */
    @Test
    void repeatsTheExamplesOfTheEuropeanDirective() {
        CashFlows first = new CashFlows(List.of(flow("1994-01-01", "1000"), flow("1995-07-01", "-1200")));
        assertThat(percent(first, DAYS)).isCloseTo(12.96, within(0.005));
        CashFlows second = new CashFlows(
                List.of(flow("1994-01-01", "1000"), flow("1994-01-01", "-50"), flow("1995-07-01", "-1200")));
        assertThat(percent(second, DAYS)).isCloseTo(16.9, within(0.05));
        CashFlows third = new CashFlows(
                List.of(flow("1994-01-01", "1000"), flow("1995-01-01", "-600"), flow("1996-01-01", "-600")));
        assertThat(percent(third, DAYS)).isCloseTo(13.06623, within(0.0001));
        assertThat(percent(third, AnnualMethod.EFFECTIVE)).isCloseTo(13.06623, within(0.0001));
    }

    /** Microsoft, documentation of Excel's XIRR: 37.3362535 %. */
    @Test
    void repeatsTheExampleOfExcel() {
        CashFlows flows = new CashFlows(List.of(
                flow("2008-01-01", "10000"),
                flow("2008-03-01", "-2750"),
                flow("2008-10-30", "-4250"),
                flow("2009-02-15", "-3250"),
                flow("2009-04-01", "-2750")));
        assertThat(percent(flows, DAYS)).isCloseTo(37.3362535, within(0.0001));
    }

    /**
     * US Regulation Z, 12 CFR 1026 Appendix J (c)(1)–(c)(4): advance, first payment, regular payments, last payment; odd
     * first periods, short and long, months, quarters and weeks.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "c1i,   1978-01-10, 5000,  1978-02-10, 1,  0, 230,   230, 24,   230,  9.69",
        "c1ii,  1978-02-10, 6000,  1978-04-01, 1,  0, 200,   200, 36,   200,  11.82",
        "c1iv,  1978-05-23, 10000, 1978-10-01, 3,  0, 385,   385, 40,   385,  8.97",
        "c1v,   1978-03-20, 500,   1978-04-21, 0,  7, 17.60, 17.60, 30, 17.60, 14.96",
        "c2i,   1978-01-10, 5000,  1978-02-10, 1,  0, 250,   230, 24,   230,  10.08",
        "c2ii,  1978-03-18, 400,   1978-04-20, 0, 28, 39.50, 38.31, 12, 38.31, 28.50",
        "c3i,   1978-01-10, 5000,  1978-02-10, 1,  0, 230,   230, 24,   280,  10.50",
        "c3ii,  1978-04-03, 200,   1978-04-11, 0, 14, 9.50,  9.50, 20,  30,   12.22",
        "c4i,   1978-01-10, 5000,  1978-02-10, 1,  0, 250,   230, 24,   280,  10.90",
        "c4ii,  1978-01-10, 8000,  1978-03-01, 2,  0, 449.36, 465, 20,  200,  7.30",
    })
    void repeatsTheExamplesOfRegulationZ(
            String example,
            String start,
            String advance,
            LocalDate first,
            int months,
            int days,
            String firstAmount,
            String regular,
            int count,
            String last,
            double expected) {
        List<CashFlow> flows = new ArrayList<>(List.of(flow(start, advance)));
        for (int i = 0; i < count; i++) {
            LocalDate date = first.plusMonths((long) months * i).plusDays((long) days * i);
            String amount = i == 0 ? firstAmount : i == count - 1 ? last : regular;
            flows.add(flow(date.toString(), "-" + amount));
        }
        AnnualMethod method = new AnnualMethod.Nominal(new Frequency(months, days));
        assertThat(percent(new CashFlows(flows), method)).as(example).isCloseTo(expected, within(0.00501));
    }

    /** The same, (c)(5)(i): one advance, one payment 255 days later; the period is the term. */
    @Test
    void repeatsTheSinglePaymentOfRegulationZ() {
        CashFlows flows = new CashFlows(List.of(flow("1978-01-03", "1000"), flow("1978-09-15", "-1080")));
        assertThat(percent(flows, new AnnualMethod.Nominal(Frequency.ofDays(255))))
                .isCloseTo(11.45, within(0.005));
    }
}
