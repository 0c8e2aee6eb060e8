package org.yinhang.core.predicate;

import java.time.LocalDate;

/** The calendar of the language, on days since 1970; every way to run an expression uses these. */
public final class Days {

    private static final long MICROS_A_DAY = 86_400_000_000L;
    private static final long MICROS_AN_HOUR = 3_600_000_000L;

    private Days() {}

    /** The local day of an instant. */
    public static long dayOf(long instant, AsOf asOf) {
        return Math.floorDiv(instant + asOf.offset(), MICROS_A_DAY);
    }

    /** The local hour of an instant, 0 to 23. */
    public static long hourOf(long instant, AsOf asOf) {
        return Math.floorMod(instant + asOf.offset(), MICROS_A_DAY) / MICROS_AN_HOUR;
    }

    /** Full months from one day to another: a month is full on the same day of the month. */
    public static long monthsBetween(long from, long to) {
        LocalDate a = LocalDate.ofEpochDay(from);
        LocalDate b = LocalDate.ofEpochDay(to);
        long months = 12L * (b.getYear() - a.getYear()) + b.getMonthValue() - a.getMonthValue();
        return b.getDayOfMonth() < a.getDayOfMonth() ? months - 1 : months;
    }

    /** Full years from a day to the as-of day: a year is full on the same day of the year. */
    public static long age(long day, AsOf asOf) {
        LocalDate then = LocalDate.ofEpochDay(day);
        LocalDate today = asOf.day();
        boolean notYet = monthAndDay(then) > monthAndDay(today);
        long years = (long) today.getYear() - then.getYear();
        return notYet ? years - 1 : years;
    }

    private static int monthAndDay(LocalDate day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /** A part of a day: its year, month, day of the month, weekday (1 is Monday) or the first day of its month. */
    public static long part(ScalarFunction part, long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (part) {
            case YEAR -> date.getYear();
            case MONTH -> date.getMonthValue();
            case DAY -> date.getDayOfMonth();
            case WEEKDAY -> date.getDayOfWeek().getValue();
            case MONTH_START -> date.withDayOfMonth(1).toEpochDay();
            default -> throw new IllegalArgumentException(part.word());
        };
    }
}
