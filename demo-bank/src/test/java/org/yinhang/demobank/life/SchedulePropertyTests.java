package org.yinhang.demobank.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SchedulePropertyTests {

    private static LoanState loan(long principal, int rate, int months, boolean interestOnly) {
        LoanState loan = new LoanState();
        loan.principal = principal;
        loan.balance = principal;
        loan.rate = rate;
        loan.termMonths = months;
        loan.interestOnly = interestOnly;
        loan.instalment = interestOnly ? 0 : Schedule.instalment(principal, rate, months);
        return loan;
    }

    @Property
    void paysDownToExactlyZero(
            @ForAll @LongRange(min = 10_000, max = 100_000_000) long principal,
            @ForAll @IntRange(max = 240_000) int rate,
            @ForAll @IntRange(min = 1, max = 60) int months,
            @ForAll boolean interestOnly) {
        LoanState loan = loan(principal, rate, months, interestOnly);
        long repaid = 0;
        for (; loan.paid < months; loan.paid++) {
            long interest = Schedule.interest(loan.balance, rate);
            long due = Schedule.due(loan);
            assertThat(due).isGreaterThanOrEqualTo(interest);
            repaid += due - interest;
            loan.balance -= due - interest;
        }
        assertThat(loan.balance).isZero();
        assertThat(repaid).isEqualTo(principal);
    }

    @Property
    void keepsInstalmentsLevelButForTheRoundingOfTheLast(
            @ForAll @LongRange(min = 100_000, max = 100_000_000) long principal,
            @ForAll @IntRange(min = 1, max = 240_000) int rate,
            @ForAll @IntRange(min = 2, max = 60) int months) {
        LoanState loan = loan(principal, rate, months, false);
        for (; loan.paid < months - 1; loan.paid++) {
            assertThat(Schedule.due(loan)).isEqualTo(loan.instalment);
            loan.balance -= loan.instalment - Schedule.interest(loan.balance, rate);
        }
        // Half a fen of the instalment and half a fen of interest each month, carried on at interest to the last.
        double r = rate / 12e6;
        long carried = (long) Math.ceil((Math.pow(1 + r, months) - 1) / r);
        assertThat(Schedule.due(loan)).isBetween(loan.instalment - carried, loan.instalment + carried);
    }

    @Property
    void fallsDueOnceInEveryMonth(@ForAll @IntRange(min = 18_000, max = 25_000) int day) {
        LocalDate before = LocalDate.ofEpochDay(day);
        for (int number = 1; number <= 24; number++) {
            LocalDate due = LocalDate.ofEpochDay(Schedule.dueDay(day, number));
            assertThat(due.getYear() * 12 + due.getMonthValue())
                    .isEqualTo(before.getYear() * 12 + before.getMonthValue() + 1);
            before = due;
        }
    }
}
