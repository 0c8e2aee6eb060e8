package org.yinhang.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * The days that are looked at.
 *
 * @param from the first
 * @param until the day after the last
 */
public record ReturnsPeriod(LocalDate from, LocalDate until) {

    /** How many days are looked at where nobody says. */
    public static final int USUAL_DAYS = 180;

    /** @throws FaultException {@code INS-1008} where no day is left */
    public ReturnsPeriod {
        if (!from.isBefore(until)) {
            throw new FaultException(Fault.of(
                    "INS-1008",
                    "The period %s to %s has no day.".formatted(from, until),
                    "from, until",
                    "Let it begin before it ends."));
        }
    }

    /**
     * The period it is held against: as many months before where it begins with a month (the same days of them where it ends within
     * one), otherwise as many days before.
     */
    public ReturnsPeriod before() {
        LocalDate last = until.minusDays(1);
        if (from.getDayOfMonth() != 1) {
            return new ReturnsPeriod(from.minusDays(ChronoUnit.DAYS.between(from, until)), from);
        }
        long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(last)) + 1;
        return new ReturnsPeriod(
                from.minusMonths(months),
                until.getDayOfMonth() == 1 ? from : last.minusMonths(months).plusDays(1));
    }
}
