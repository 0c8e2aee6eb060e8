package org.yinhang.core.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers, ordered levels or days; a missing value is NaN. Few distinct values are held by a dictionary. */
public final class NumericColumn implements Column {

    /** Above this many distinct values a column is held as plain doubles. */
    static final int DICTIONARY_LIMIT = 1 << 16;

    /** Whole numbers with at most this many levels are taken as ordered levels. */
    private static final int ORDERED_LIMIT = 12;

    private final String name;
    private final ColumnType type;

    /** The dictionary where there are codes, the values themselves where there are none. */
    private final double[] numbers;

    private final @Nullable Codes codes;

    private NumericColumn(String name, ColumnType type, double[] numbers, @Nullable Codes codes) {
        this.name = name;
        this.type = type;
        this.numbers = numbers;
        this.codes = codes;
    }

    /** A column of these numbers, NaN where missing; levels are recognised by themselves. */
    public static NumericColumn of(String name, double... numbers) {
        Map<Double, Integer> positions = new HashMap<>();
        int[] codes = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            double number = numbers[i] == 0 ? 0.0 : numbers[i];
            codes[i] = positions.computeIfAbsent(number, key -> positions.size());
            if (positions.size() > DICTIONARY_LIMIT) {
                return plain(name, numbers.clone());
            }
        }
        double[] dictionary = new double[positions.size()];
        positions.forEach((number, code) -> dictionary[code] = number);
        return coded(name, Codes.pack(codes, codes.length, dictionary.length), dictionary);
    }

    /** A column of days, held as days since 1970-01-01, NaN where missing. */
    public static NumericColumn ofDays(String name, double... epochDays) {
        return of(name, epochDays).asDays();
    }

    static NumericColumn plain(String name, double[] numbers) {
        return new NumericColumn(name, ColumnType.NUMERIC, numbers, null);
    }

    static NumericColumn coded(String name, Codes codes, double[] dictionary) {
        long present = Arrays.stream(dictionary).filter(v -> !Double.isNaN(v)).count();
        boolean whole = Arrays.stream(dictionary).allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
        ColumnType type = whole && present <= ORDERED_LIMIT ? ColumnType.ORDERED : ColumnType.NUMERIC;
        return new NumericColumn(name, type, dictionary, codes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public int size() {
        return codes == null ? numbers.length : codes.size();
    }

    /** The number, or days since 1970-01-01, or NaN when missing. */
    public double value(int row) {
        return numbers[codes == null ? row : codes.get(row)];
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(value(row));
    }

    @Override
    public String text(int row) {
        double value = value(row);
        if (Double.isNaN(value)) {
            return "";
        }
        if (type == ColumnType.DATE) {
            return LocalDate.ofEpochDay((long) value).toString();
        }
        return plainText(value);
    }

    /** A number without exponent and without a trailing {@code .0}. */
    public static String plainText(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return BigDecimal.valueOf(value).toPlainString();
    }

    @Override
    public NumericColumn select(int[] rows) {
        if (codes != null) {
            return new NumericColumn(name, type, numbers, codes.select(rows, numbers.length));
        }
        return new NumericColumn(
                name, type, Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray(), null);
    }

    NumericColumn asDays() {
        return new NumericColumn(name, ColumnType.DATE, numbers, codes);
    }
}
