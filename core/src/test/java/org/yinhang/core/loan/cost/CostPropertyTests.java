package org.yinhang.core.loan.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yinhang.core.loan.Collector;
import org.yinhang.core.loan.DayCount;
import org.yinhang.core.loan.Frequency;
import org.yinhang.core.loan.LoanTerms;
import org.yinhang.core.loan.PaymentDates;
import org.yinhang.core.loan.RandomLoans;
import org.yinhang.core.loan.RepaymentMethod;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** Laws of annual costs and of the cost table. */
class CostPropertyTests {

    private static final Collector BANK = Collector.lender("本行");
    private static final List<AnnualMethod> METHODS = List.of(
            AnnualMethod.MONTHLY_TIMES_TWELVE,
            AnnualMethod.EFFECTIVE,
            new AnnualMethod.Effective(AnnualMethod.YearMeasure.ACTUAL_365),
            new AnnualMethod.Nominal(Frequency.QUARTERLY),
            new AnnualMethod.Nominal(Frequency.WEEKLY));

    @Property(tries = 1000)
    void everyRatePricesTheFlowsToPar(@ForAll long seed) {
        CashFlows flows = CashFlows.of(Schedule.of(RandomLoans.any(seed)));
        for (AnnualMethod method : METHODS) {
            Discounting discounting =
                    new Discounting(method, flows.flows().getFirst().date());
            double[] amounts = flows.amounts();
            List<Discounting.Interval> intervals = flows.intervals(discounting);
            double size = Arrays.stream(amounts).map(Math::abs).sum();
            List<Double> roots = new RateSolver(amounts, intervals).roots(discounting.largestPeriodRate());
            assertThat(flows.signChanges() != 1 || roots.size() <= 1).isTrue();
            for (double root : roots) {
                double worth = 0;
                double largest = 1;
                for (int i = 0; i < amounts.length; i++) {
                    worth += amounts[i] * intervals.get(i).factor(root);
                    largest = Math.max(largest, intervals.get(i).factor(root));
                }
                assertThat(worth / largest).isCloseTo(0, within(size * 1e-9));
            }
        }
    }

    @Property(tries = 1000)
    void linesAddUpToTheTotalAndSharesToTheAnnualCost(@ForAll long seed) {
        Schedule schedule = Schedule.of(RandomLoans.any(seed));
        for (AnnualMethod method : METHODS) {
            CostTable table = CostTable.of(schedule, method, BANK, Rate.ZERO);
            Money total = table.lines().stream()
                    .filter(line -> line.item().isBorneByBorrower())
                    .map(CostLine::amount)
                    .reduce(Money.ZERO, Money::plus);
            assertThat(total).isEqualTo(table.total());
            assertThat(CashFlows.of(schedule).total()).isEqualTo(total.negated());
            int shares = table.lines().stream()
                    .mapToInt(line -> line.annualShare().ppm())
                    .sum();
            boolean isCostly = total.fen() > 0;
            assertThat(shares)
                    .isEqualTo(
                            isCostly ? table.annual().unique().orElse(Rate.ZERO).ppm() : 0);
        }
    }

    /** Without fees, on regular months, the monthly rate times twelve is the contract's own rate. */
    @Property(tries = 500)
    void aLoanWithoutFeesCostsItsInterestRate(@ForAll long seed) {
        LoanTerms drawn = RandomLoans.any(seed);
        PaymentDates dates = PaymentDates.regular(
                drawn.dates().start(), Frequency.MONTHLY, drawn.dates().count());
        for (RepaymentMethod method : List.of(
                new RepaymentMethod.EqualInstalment(),
                new RepaymentMethod.EqualPrincipal(),
                new RepaymentMethod.InterestOnly())) {
            LoanTerms terms = LoanTerms.of(Money.ofYuan(10_000_000), drawn.rate(), DayCount.THIRTY_360, dates, method);
            Rate cost = CashFlows.of(Schedule.of(terms))
                    .annualCost(AnnualMethod.MONTHLY_TIMES_TWELVE)
                    .unique()
                    .orElseThrow();
            assertThat(cost.ppm()).isCloseTo(drawn.rate().ppm(), within(1));
        }
    }
}
