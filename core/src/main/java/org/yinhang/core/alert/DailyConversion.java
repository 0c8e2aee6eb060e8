package org.yinhang.core.alert;

/**
 * How many began and how many of them converted, day by day from a first day on.
 *
 * @param began customers who began on the day
 * @param converted those of them who converted
 */
public record DailyConversion(long[] began, long[] converted) {

    public DailyConversion {
        if (began.length != converted.length) {
            throw new IllegalArgumentException(
                    "days: %d and %d (expected: as many)".formatted(began.length, converted.length));
        }
    }

    /** The number of days. */
    public int days() {
        return began.length;
    }

    long began(int from, int until) {
        return sum(began, from, until);
    }

    long converted(int from, int until) {
        return sum(converted, from, until);
    }

    private static long sum(long[] values, int from, int until) {
        long sum = 0;
        for (int day = from; day < until; day++) {
            sum += values[day];
        }
        return sum;
    }
}
