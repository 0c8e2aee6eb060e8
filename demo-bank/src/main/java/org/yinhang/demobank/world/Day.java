package org.yinhang.demobank.world;

import java.time.LocalDate;

/**
 * One calendar day of the bank's time zone with its seasons.
 *
 * @param number days since 1970-01-01
 * @param year calendar year
 * @param month 1 to 12
 * @param ofMonth 1 to 31
 * @param lastOfMonth whether the month ends today
 * @param weekday 1 Monday to 7 Sunday
 * @param start local midnight in microseconds since 1970 UTC
 * @param recordedAt when the day's rows reach the lake: 02:00 of the next morning
 * @param spending factor on the urge to spend, 1 on an ordinary day
 * @param gifts factor on transfers between people, high before Spring Festival
 * @param cashNeed seasonal need for cash, 0 on an ordinary day
 * @param shoppingNeed seasonal need to buy on instalments, 0 on an ordinary day
 * @param schoolNeed seasonal need for school fees, 0 on an ordinary day
 */
public record Day(
        int number,
        int year,
        int month,
        int ofMonth,
        boolean lastOfMonth,
        int weekday,
        long start,
        long recordedAt,
        double spending,
        double gifts,
        double cashNeed,
        double shoppingNeed,
        double schoolNeed) {

    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long SHANGHAI = 8 * 3_600 * SECOND;

    /** The day with that number. */
    public static Day of(int number) {
        LocalDate date = LocalDate.ofEpochDay(number);
        long start = number * DAY - SHANGHAI;
        int festival = Seasons.daysToSpringFestival(date);
        return new Day(
                number,
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                date.getDayOfMonth() == date.lengthOfMonth(),
                date.getDayOfWeek().getValue(),
                start,
                start + DAY + 2 * 3_600 * SECOND,
                Seasons.spending(date, festival),
                festival >= 0 && festival <= 10 ? 4.0 : 1.0,
                Seasons.cashNeed(festival),
                Seasons.shoppingNeed(date),
                Seasons.schoolNeed(date));
    }

    /** The instant of a local second of this day, in microseconds since 1970 UTC. */
    public long at(int secondOfDay) {
        return start + secondOfDay * SECOND;
    }

    /** Months since 1970-01. */
    public int monthNumber() {
        return (year - 1970) * 12 + month - 1;
    }
}
