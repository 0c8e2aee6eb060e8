package org.yinhang.core.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.yinhang.core.unit.Money;

/** Laws of every schedule. */
class SchedulePropertyTests {

    @Property(tries = 3000)
    void paysDownToExactlyZero(@ForAll long seed) {
        Schedule schedule = Schedule.of(RandomLoans.any(seed));
        assertThat(schedule.rows().getLast().closing()).isEqualTo(Money.ZERO);
        Money financed = sum(schedule, Part.FINANCED);
        Money capitalised = sum(schedule, Part.CAPITALISED);
        assertThat(schedule.principal())
                .isEqualTo(schedule.paidOut().plus(financed).plus(capitalised));
        assertThat(schedule.payments())
                .isEqualTo(schedule.paidOut().plus(schedule.interest()).plus(schedule.fees()));
    }

    @Property(tries = 3000)
    void everyBalanceFollowsFromTheOneBeforeAndNoneIsNegative(@ForAll long seed) {
        Money balance = Money.ZERO;
        LocalDate day = LocalDate.MIN;
        for (ScheduleRow row : Schedule.of(RandomLoans.any(seed)).rows()) {
            assertThat(row.opening()).isEqualTo(balance);
            balance = balance.plus(row.paidOut())
                    .plus(row.feesFinanced())
                    .plus(row.capitalised())
                    .minus(row.principal());
            assertThat(row.closing()).isEqualTo(balance);
            assertThat(balance.isNegative()).isFalse();
            assertThat(row.interest().isNegative() || row.principal().isNegative())
                    .isFalse();
            assertThat(row.date()).isAfterOrEqualTo(day);
            day = row.date();
        }
    }

    /** Reckoned a second way: from the rows alone, with decimals of any length. */
    @Property(tries = 3000)
    void interestIsBalanceTimesRateTimesThePartOfTheYearToTheFen(@ForAll long seed) {
        LoanTerms terms = RandomLoans.any(seed);
        LocalDate at = terms.dates().start();
        BigDecimal units = BigDecimal.ZERO;
        Money balance = Money.ZERO;
        for (ScheduleRow row : Schedule.of(terms).rows()) {
            units = units.add(weighed(terms, balance, at, row.date()));
            if (isSettled(terms, row)) {
                BigDecimal interest = units.multiply(terms.rate().fraction())
                        .divide(BigDecimal.valueOf(terms.dayCount().unitsPerYear()), 0, RoundingMode.HALF_UP);
                assertThat(row.interest().plus(row.capitalised()).fen()).isEqualTo(interest.longValueExact());
                units = BigDecimal.ZERO;
            } else {
                assertThat(row.interest()).isEqualTo(Money.ZERO);
            }
            balance = row.closing();
            at = row.date();
        }
    }

    @Property(tries = 1500)
    void equalInstalmentsAreEqualButTheLast(@ForAll long seed) {
        LoanTerms drawn = RandomLoans.any(seed);
        LoanTerms terms = LoanTerms.of(
                drawn.principal().plus(Money.ofYuan(1000)),
                drawn.rate(),
                drawn.dayCount(),
                drawn.dates(),
                new RepaymentMethod.EqualInstalment());
        Schedule schedule = Schedule.of(terms);
        int count = schedule.instalments().size();
        // Where a long period's interest exceeds the level instalment, the interest is paid instead.
        Assume.that(
                schedule.instalments().stream().allMatch(row -> row.principal().fen() > 0));
        Money level = schedule.instalments().getFirst().payment();
        for (ScheduleRow row : schedule.instalments().subList(0, count - 1)) {
            assertThat(row.payment()).isEqualTo(level);
        }
        long rest = schedule.instalments().getLast().payment().minus(level).fen();
        double growth = Math.exp(drawn.rate().ppm()
                / 1e6
                * (terms.dates().last().toEpochDay() - terms.dates().start().toEpochDay())
                / 360.0);
        assertThat(Math.abs(rest)).isLessThanOrEqualTo((long) Math.ceil(count * growth) + 1);
    }

    private static boolean isSettled(LoanTerms terms, ScheduleRow row) {
        return switch (row.kind()) {
            case DRAW -> false;
            case REPAYMENT -> row.closing().fen() == 0;
            case PREPAYMENT -> true;
            case DUE -> {
                boolean deferred =
                        row.period() <= terms.grace().periods() && terms.grace().interest() == Grace.Interest.DEFERRED;
                boolean waits = terms.method() instanceof RepaymentMethod.Bullet
                        && row.period() < terms.dates().count();
                yield !deferred && !waits;
            }
        };
    }

    /** Balance × units from one day to another, period by period, for a day-count whose whole months have 30 days. */
    private static BigDecimal weighed(LoanTerms terms, Money balance, LocalDate from, LocalDate to) {
        PaymentDates dates = terms.dates();
        long units = 0;
        for (int period = 1; period <= dates.count(); period++) {
            LocalDate begin = dates.due(period - 1).isAfter(from) ? dates.due(period - 1) : from;
            LocalDate end = dates.due(period).isBefore(to) ? dates.due(period) : to;
            if (begin.isBefore(end)) {
                units += dates.unitsInto(period, end, terms.dayCount())
                        - dates.unitsInto(period, begin, terms.dayCount());
            }
        }
        return BigDecimal.valueOf(balance.fen()).multiply(BigDecimal.valueOf(units));
    }

    private enum Part {
        FINANCED,
        CAPITALISED
    }

    private static Money sum(Schedule schedule, Part part) {
        return schedule.rows().stream()
                .map(row -> part == Part.FINANCED ? row.feesFinanced() : row.capitalised())
                .reduce(Money.ZERO, Money::plus);
    }
}
