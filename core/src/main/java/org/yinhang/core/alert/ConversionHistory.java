package org.yinhang.core.alert;

import java.util.SortedMap;

/**
 * A conversion and its parts.
 *
 * @param total everybody
 * @param parts by dimension and value; the values of a dimension together are everybody
 * @param calendar which kind of day each is
 */
public record ConversionHistory(
        DailyConversion total, SortedMap<String, SortedMap<String, DailyConversion>> parts, Calendar calendar) {

    /**
     * Which kind of day each is.
     *
     * @param weekdays of each day, 0 for Monday; a weekend that is worked is given as the working day it is
     * @param holidays whether each day is a public holiday
     */
    public record Calendar(int[] weekdays, boolean[] holidays) {

        int weekday(int day) {
            return weekdays[day];
        }

        boolean isHoliday(int day) {
            return holidays[day];
        }
    }
}
