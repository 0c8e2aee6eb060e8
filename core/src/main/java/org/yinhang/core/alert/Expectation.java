package org.yinhang.core.alert;

import org.yinhang.core.alert.ConversionHistory.Calendar;

/**
 * What a conversion should be on a day, from eight weeks of its own history: its level, times what the weekday does, times
 * what a holiday does. A part has few conversions on each weekday, so its weekdays are drawn towards those of everybody.
 */
final class Expectation {

    /** Days of history before the days judged. */
    static final int HISTORY = 56;

    /** Conversions' worth that a part believes in the weekdays of everybody. */
    private static final double BELIEF = 200;

    private final DailyConversion series;
    private final Calendar calendar;
    private final double level;
    private final double[] weekdays = new double[7];
    private final double holiday;
    private final boolean isHolidayKnown;
    private final double spread;
    private final double[] learnedOfWeekday = new double[7];
    private final double learnedOfHolidays;

    /**
     * Learns.
     *
     * @param until the first day not learned from, at least {@link #HISTORY}
     * @param prior weekdays to be drawn towards
     * @param priorHoliday holiday to be drawn towards
     */
    private Expectation(DailyConversion series, Calendar calendar, int until, double[] prior, double priorHoliday) {
        this.series = series;
        this.calendar = calendar;
        int from = until - HISTORY;
        double began = 0;
        double converted = 0;
        for (int day = from; day < until; day++) {
            if (!calendar.isHoliday(day)) {
                began += series.began()[day];
                converted += series.converted()[day];
            }
        }
        this.level = (converted + 0.5) / (began + 1);
        for (int weekday = 0; weekday < 7; weekday++) {
            double expected = 0;
            double found = 0;
            for (int day = from; day < until; day++) {
                if (!calendar.isHoliday(day) && calendar.weekday(day) == weekday) {
                    expected += series.began()[day] * level;
                    found += series.converted()[day];
                }
            }
            weekdays[weekday] = (found + BELIEF * prior[weekday]) / (expected + BELIEF);
            learnedOfWeekday[weekday] = found + BELIEF;
        }
        double expected = 0;
        double found = 0;
        for (int day = 0; day < until; day++) {
            if (calendar.isHoliday(day)) {
                expected += series.began()[day] * level * weekdays[calendar.weekday(day)];
                found += series.converted()[day];
            }
        }
        this.isHolidayKnown = expected > 0;
        this.learnedOfHolidays = found + BELIEF;
        this.holiday = (found + BELIEF * priorHoliday) / (expected + BELIEF);
        this.spread = spread(from, until);
    }

    static Expectation ofTotal(DailyConversion series, Calendar calendar, int until) {
        double[] flat = {1, 1, 1, 1, 1, 1, 1};
        return new Expectation(series, calendar, until, flat, 1);
    }

    /** Of a part, beside that of everybody. */
    Expectation ofPart(DailyConversion part, int until) {
        return new Expectation(part, calendar, until, weekdays, holiday);
    }

    /** How much wider days scatter than coins would: Pearson's statistic a degree of freedom, at least 1. */
    private double spread(int from, int until) {
        double sum = 0;
        int days = 0;
        for (int day = from; day < until; day++) {
            double expected = expected(day);
            double variance = expected * (1 - Math.min(0.99, rate(day)));
            if (!calendar.isHoliday(day) && variance > 0) {
                double off = series.converted()[day] - expected;
                sum += off * off / variance;
                days++;
            }
        }
        return days > 8 ? Math.max(1, sum / (days - 8)) : 1;
    }

    private double rate(int day) {
        double rate = level * weekdays[calendar.weekday(day)];
        return calendar.isHoliday(day) ? rate * holiday : rate;
    }

    /** Conversions expected of those who began on a day. */
    double expected(int day) {
        return series.began()[day] * rate(day);
    }

    /** Whether a day can be judged: holidays only where there was one before. */
    boolean canJudge(int day) {
        return !calendar.isHoliday(day) || isHolidayKnown;
    }

    /** What was found over some days against what was expected. */
    Departure departure(int from, int until) {
        double expected = 0;
        double variance = 0;
        double found = 0;
        double ofHolidays = 0;
        double[] ofWeekday = new double[7];
        for (int day = from; day < until; day++) {
            if (canJudge(day)) {
                double here = expected(day);
                expected += here;
                variance += here * (1 - Math.min(0.99, rate(day)));
                found += series.converted()[day];
                ofWeekday[calendar.weekday(day)] += here;
                ofHolidays += calendar.isHoliday(day) ? here : 0;
            }
        }
        // Each kind of day is known from so many conversions only.
        double unknown = ofHolidays * ofHolidays / learnedOfHolidays;
        for (int weekday = 0; weekday < 7; weekday++) {
            unknown += ofWeekday[weekday] * ofWeekday[weekday] / learnedOfWeekday[weekday];
        }
        double uncertain = spread * (variance + unknown);
        return new Departure(
                expected, found, uncertain > 0 ? (found - expected) / Math.sqrt(uncertain) : 0, variance + unknown);
    }

    /**
     * A difference from history.
     *
     * @param expected conversions expected
     * @param found conversions found
     * @param z the difference in standard errors
     * @param variance of the difference, were conversions coins
     */
    record Departure(double expected, double found, double z, double variance) {}
}
