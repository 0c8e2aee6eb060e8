package org.yinhang.core.loan.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.yinhang.core.loan.Frequency;
import org.yinhang.core.unit.Rate;

/** From days to discount factors by one method, seen from the first day. Rates inside are fractions a period. */
final class Discounting {

    /** The largest rate a year that is looked for, as a fraction; a {@link Rate} holds a little more. */
    private static final double LARGEST = 2000;

    private final AnnualMethod method;
    private final LocalDate origin;

    Discounting(AnnualMethod method, LocalDate origin) {
        this.method = method;
        this.origin = origin;
    }

    /**
     * Time from the origin.
     *
     * @param compound periods that compound, from 0
     * @param simple part of a period with simple interest, from 0
     */
    record Interval(double compound, double simple) {

        double factor(double periodRate) {
            return Math.exp(-compound * Math.log1p(periodRate)) / (1 + simple * periodRate);
        }
    }

    Interval to(LocalDate day) {
        return switch (method) {
            case AnnualMethod.Nominal nominal -> inPeriods(nominal.period(), day);
            case AnnualMethod.Effective effective ->
                switch (effective.measure()) {
                    case MONTHS_AND_DAYS -> new Interval(years(day), 0);
                    case ACTUAL_365 -> new Interval(ChronoUnit.DAYS.between(origin, day) / 365.0, 0);
                };
        };
    }

    private Interval inPeriods(Frequency period, LocalDate day) {
        if (period.months() == 0) {
            long days = ChronoUnit.DAYS.between(origin, day);
            return new Interval(Math.floorDiv(days, period.days()), days % period.days() / (double) period.days());
        }
        long months = monthsBack(day);
        long days = ChronoUnit.DAYS.between(origin, back(day, months));
        double left = months % period.months() + days / 30.0;
        return new Interval(Math.floorDiv(months, period.months()), left / period.months());
    }

    private double years(LocalDate day) {
        long months = monthsBack(day);
        LocalDate reached = back(day, months);
        long days = ChronoUnit.DAYS.between(origin, reached);
        long year = ChronoUnit.DAYS.between(reached.minusYears(1), reached);
        return months / 12.0 + days / (double) year;
    }

    /** How many whole months back from a day stay on or after the origin. */
    private long monthsBack(LocalDate day) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(origin), YearMonth.from(day));
        return months > 0 && back(day, months).isBefore(origin) ? months - 1 : months;
    }

    /** A due day of the 29th to 31st stays the origin's where a shorter month has cut it to its last day. */
    private LocalDate back(LocalDate day, long months) {
        boolean last = day.getDayOfMonth() == YearMonth.from(day).lengthOfMonth();
        int dueDay = last ? Math.max(day.getDayOfMonth(), origin.getDayOfMonth()) : day.getDayOfMonth();
        YearMonth month = YearMonth.from(day).minusMonths(months);
        return month.atDay(Math.min(dueDay, month.lengthOfMonth()));
    }

    double largestPeriodRate() {
        return LARGEST / periodsPerYear();
    }

    double periodRate(Rate annual) {
        return annual.ppm() / 1e6 / periodsPerYear();
    }

    Rate annual(double periodRate) {
        return Rate.ofFraction(BigDecimal.valueOf(periodRate * periodsPerYear()).setScale(6, RoundingMode.HALF_UP));
    }

    private double periodsPerYear() {
        return switch (method) {
            case AnnualMethod.Effective _ -> 1;
            case AnnualMethod.Nominal nominal -> perYear(nominal.period());
        };
    }

    private static double perYear(Frequency period) {
        if (period.months() > 0) {
            return 12.0 / period.months();
        }
        return period.days() % 7 == 0 ? 52.0 / (period.days() / 7) : 365.0 / period.days();
    }
}
