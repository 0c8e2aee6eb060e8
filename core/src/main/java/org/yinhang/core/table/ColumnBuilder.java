package org.yinhang.core.table;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the values of one column as they are read and decides at the end what they are. */
final class ColumnBuilder {

    private static final Set<String> MISSING_MARKERS =
            Set.of("", "NA", "N/A", "n/a", "NULL", "null", "NaN", "nan", "None", "?", ".", "\\N");

    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("yyyy/M/d");

    /** Text turned up in a column that had been taken for numbers; it must be read again as text. */
    static final class TextAmongNumbers extends Exception {
        private static final long serialVersionUID = 1L;
        private final int column;

        TextAmongNumbers(int column) {
            super("text among numbers", null, false, false);
            this.column = column;
        }

        int column() {
            return column;
        }
    }

    private final String name;
    private final int index;
    private final boolean keepText;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private int[] codes = new int[1024];
    private double @Nullable [] numbers;
    private int size;

    ColumnBuilder(String name, int index, boolean keepText) {
        this.name = name;
        this.index = index;
        this.keepText = keepText;
    }

    void add(String raw) throws TextAmongNumbers {
        double[] plain = numbers;
        if (plain != null) {
            if (size == plain.length) {
                plain = Arrays.copyOf(plain, size * 2);
                numbers = plain;
            }
            plain[size++] = number(raw);
            return;
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
        }
        Integer known = positions.get(raw);
        if (known == null) {
            known = wordCode(raw);
        }
        codes[size++] = known;
        if (words.size() > NumericColumn.DICTIONARY_LIMIT && !keepText) {
            numbers = switchToNumbers();
        }
    }

    private int wordCode(String raw) {
        String word = raw.strip();
        int code = 0;
        if (!MISSING_MARKERS.contains(word)) {
            Integer same = positions.get(word);
            if (same == null) {
                words.add(word);
                same = words.size();
                positions.put(word, same);
            }
            code = same;
        }
        positions.put(raw, code);
        return code;
    }

    private double @Nullable [] switchToNumbers() throws TextAmongNumbers {
        double[] values = new double[words.size() + 1];
        values[0] = Double.NaN;
        for (int i = 0; i < words.size(); i++) {
            values[i + 1] = parse(words.get(i));
            if (Double.isNaN(values[i + 1])) {
                throw new TextAmongNumbers(index);
            }
        }
        double[] plain = new double[codes.length];
        for (int row = 0; row < size; row++) {
            plain[row] = values[codes[row]];
        }
        positions.clear();
        words.clear();
        codes = new int[0];
        return plain;
    }

    private double number(String raw) throws TextAmongNumbers {
        double value = parse(raw);
        if (Double.isNaN(value) && !MISSING_MARKERS.contains(raw.strip())) {
            throw new TextAmongNumbers(index);
        }
        return value;
    }

    Column build() {
        if (numbers != null) {
            return NumericColumn.plain(name, Arrays.copyOf(numbers, size));
        }
        double[] dictionary = dictionary(false);
        if (dictionary.length > 0) {
            return NumericColumn.coded(name, Codes.pack(codes, size, dictionary.length), dictionary);
        }
        dictionary = dictionary(true);
        if (dictionary.length > 0) {
            return NumericColumn.coded(name, Codes.pack(codes, size, dictionary.length), dictionary)
                    .asDays();
        }
        return new CategoryColumn(name, words, Codes.pack(codes, size, words.size() + 1));
    }

    /** The values of all words, the missing one first, or nothing when some word is not a number (a day). */
    private double[] dictionary(boolean days) {
        double[] values = new double[words.size() + 1];
        values[0] = Double.NaN;
        for (int i = 0; i < words.size(); i++) {
            values[i + 1] = days ? epochDay(words.get(i)) : parse(words.get(i));
            if (Double.isNaN(values[i + 1])) {
                return new double[0];
            }
        }
        return values;
    }

    /** The number a text states, NaN when it states none. */
    static double parse(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return Double.NaN;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean plausible = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        if (!plausible || !((last >= '0' && last <= '9') || last == '.')) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double epochDay(String text) {
        if (text.length() < 8 || text.length() > 10) {
            return Double.NaN;
        }
        try {
            return text.indexOf('/') > 0
                    ? LocalDate.parse(text, SLASHED).toEpochDay()
                    : LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException e) {
            return Double.NaN;
        }
    }
}
