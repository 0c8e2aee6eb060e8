package org.yinhang.lake.tag;

import org.yinhang.core.predicate.ValueType;

/**
 * Rough places of numbers: days and instants by stretches of 30 days, other numbers by eighths of powers of two, which is
 * exact up to 16 and within an eighth beyond. Places order as the numbers do.
 */
final class NumberBands {

    private static final long DAYS = 30;
    private static final long MICROS = DAYS * 86_400_000_000L;
    private static final int EIGHTHS = 3;
    private static final int LOWEST = 1_100;

    private NumberBands() {}

    static int of(ValueType type, long value) {
        return switch (type) {
            case DATE -> (int) Math.floorDiv(value, DAYS);
            case MOMENT -> (int) Math.floorDiv(value, MICROS);
            case INTEGER, MONEY, RATE, NUMBER, TEXT, TRUTH, SET, NOTHING -> of((double) value);
        };
    }

    static int of(double value) {
        if (value == 0) {
            return 0;
        }
        long bits = Double.doubleToRawLongBits(Math.abs(value));
        int eighth = (int) (bits >>> (52 - EIGHTHS)) & ((1 << EIGHTHS) - 1);
        int place = ((Math.getExponent(value) + LOWEST) << EIGHTHS) + eighth;
        return value > 0 ? place : -place;
    }

    /** The number of a place that is nearest to zero, or the first day or instant of its stretch. */
    static double start(ValueType type, int place) {
        return switch (type) {
            case DATE -> (double) place * DAYS;
            case MOMENT -> (double) place * MICROS;
            case INTEGER, MONEY, RATE, NUMBER, TEXT, TRUTH, SET, NOTHING -> start(place);
        };
    }

    private static double start(int place) {
        if (place == 0) {
            return 0;
        }
        int size = Math.abs(place);
        double fraction = 1 + (size & ((1 << EIGHTHS) - 1)) / 8.0;
        double value = Math.scalb(fraction, (size >>> EIGHTHS) - LOWEST);
        return place > 0 ? value : -value;
    }
}
