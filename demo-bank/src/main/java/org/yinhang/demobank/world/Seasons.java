package org.yinhang.demobank.world;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The seasons of Chinese household money: Spring Festival, the shopping festivals, school fees. */
final class Seasons {

    /** First day of the lunar year by calendar year (published calendar). */
    private static final Map<Integer, LocalDate> SPRING_FESTIVALS = Map.ofEntries(
            Map.entry(2020, LocalDate.of(2020, 1, 25)),
            Map.entry(2021, LocalDate.of(2021, 2, 12)),
            Map.entry(2022, LocalDate.of(2022, 2, 1)),
            Map.entry(2023, LocalDate.of(2023, 1, 22)),
            Map.entry(2024, LocalDate.of(2024, 2, 10)),
            Map.entry(2025, LocalDate.of(2025, 1, 29)),
            Map.entry(2026, LocalDate.of(2026, 2, 17)),
            Map.entry(2027, LocalDate.of(2027, 2, 6)),
            Map.entry(2028, LocalDate.of(2028, 1, 26)),
            Map.entry(2029, LocalDate.of(2029, 2, 13)),
            Map.entry(2030, LocalDate.of(2030, 2, 3)));

    private Seasons() {}

    /** Days from a date to the Spring Festival of its year; negative when it is over. Unlisted years take 4 February. */
    static int daysToSpringFestival(LocalDate date) {
        LocalDate festival = SPRING_FESTIVALS.getOrDefault(date.getYear(), LocalDate.of(date.getYear(), 2, 4));
        return (int) ChronoUnit.DAYS.between(date, festival);
    }

    static double spending(LocalDate date, int festival) {
        double factor = date.getDayOfWeek().getValue() >= 6 ? 1.25 : 0.92;
        if (festival >= 0 && festival <= 20) {
            factor *= 1.7;
        } else if (festival < 0 && festival >= -7) {
            factor *= 0.7;
        }
        if (isShoppingFestival(date)) {
            factor *= 2.0;
        }
        boolean goldenWeek = date.getMonth() == Month.OCTOBER && date.getDayOfMonth() <= 7;
        return goldenWeek ? factor * 1.4 : factor;
    }

    static double cashNeed(int festival) {
        return festival >= 0 && festival <= 45 ? 0.9 : 0.0;
    }

    static double shoppingNeed(LocalDate date) {
        return switch (date.getMonth()) {
            case JUNE, NOVEMBER -> 0.8;
            case MAY, OCTOBER, DECEMBER -> 0.3;
            case JANUARY, FEBRUARY, MARCH, APRIL, JULY, AUGUST, SEPTEMBER -> 0.0;
        };
    }

    static double schoolNeed(LocalDate date) {
        return switch (date.getMonth()) {
            case JULY -> 0.7;
            case AUGUST, SEPTEMBER -> 1.5;
            case FEBRUARY -> 0.6;
            case JANUARY, MARCH, APRIL, MAY, JUNE, OCTOBER, NOVEMBER, DECEMBER -> 0.0;
        };
    }

    private static boolean isShoppingFestival(LocalDate date) {
        int day = date.getDayOfMonth();
        return (date.getMonth() == Month.JUNE && day >= 16 && day <= 18)
                || (date.getMonth() == Month.NOVEMBER && day >= 9 && day <= 11)
                || (date.getMonth() == Month.DECEMBER && day == 12);
    }
}
