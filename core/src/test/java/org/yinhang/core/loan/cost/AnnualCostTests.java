package org.yinhang.core.loan.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

class AnnualCostTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static CashFlows yearly(long... yuan) {
        List<CashFlow> flows = new ArrayList<>();
        for (int year = 0; year < yuan.length; year++) {
            flows.add(new CashFlow(START.plusYears(year), Money.ofYuan(yuan[year])));
        }
        return new CashFlows(flows);
    }

    @Test
    void reportsEveryRateOfFlowsThatChangeDirectionTwice() {
        // −1,000 (1 + x)² + 2,300 (1 + x) − 1,320 is zero at 10 % and at 20 %.
        CashFlows flows = yearly(-1000, 2300, -1320);
        assertThat(flows.signChanges()).isEqualTo(2);
        assertThat(flows.annualCost(AnnualMethod.EFFECTIVE))
                .isEqualTo(new AnnualCost.Several(List.of(new Rate(100_000), new Rate(200_000))));
    }

    @Test
    void saysThatThereIsNoRate() {
        assertThat(yearly(100, 100).annualCost(AnnualMethod.EFFECTIVE))
                .isEqualTo(new AnnualCost.Absent(AnnualCost.Reason.ONE_DIRECTION));
        // −100 (1 + x)² + 100 (1 + x) − 100 has no real zero.
        assertThat(yearly(-100, 100, -100).annualCost(AnnualMethod.EFFECTIVE))
                .isEqualTo(new AnnualCost.Absent(AnnualCost.Reason.NO_RATE));
    }

    @Test
    void findsRatesBelowZeroAndVeryHighOnes() {
        assertThat(yearly(1000, -500).annualCost(AnnualMethod.EFFECTIVE))
                .isEqualTo(new AnnualCost.Found(new Rate(-500_000)));
        assertThat(yearly(1, -1001).annualCost(AnnualMethod.EFFECTIVE))
                .isEqualTo(new AnnualCost.Found(new Rate(1_000_000_000)));
        assertThat(yearly(1, -1_000_000).annualCost(AnnualMethod.EFFECTIVE))
                .isEqualTo(new AnnualCost.Absent(AnnualCost.Reason.NO_RATE));
    }

    /** Whole months back from the later day, and the days left over the year that ends with them. */
    @Test
    void measuresYearsBackFromTheLaterDay() {
        assertThat(years("2019-01-12", "2020-01-12")).isEqualTo(1);
        assertThat(years("2012-01-12", "2012-02-15")).isCloseTo(1 / 12.0 + 3 / 365.0, within(1e-15));
        assertThat(years("2013-01-12", "2013-02-15")).isCloseTo(1 / 12.0 + 3 / 366.0, within(1e-15));
        assertThat(years("2013-02-26", "2013-03-29")).isCloseTo(1 / 12.0 + 2 / 366.0, within(1e-15));
        assertThat(years("2026-01-31", "2026-02-28")).isCloseTo(1 / 12.0, within(1e-15));
        assertThat(years("2026-01-31", "2026-04-30")).isCloseTo(3 / 12.0, within(1e-15));
    }

    private static double years(String from, String to) {
        return new Discounting(AnnualMethod.EFFECTIVE, LocalDate.parse(from))
                .to(LocalDate.parse(to))
                .compound();
    }
}
