package org.yinhang.core.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out from the first lines of a file which delimiter it uses and whether it has a header. */
final class CsvSniffer {

    private static final char[] DELIMITERS = {',', ';', '\t', '|', ' '};

    private CsvSniffer() {}

    /** The delimiter that cuts most lines of the sample into the same number of values, the more values the better. */
    static char delimiter(String sample, char quote) throws IOException {
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            List<List<String>> records = records(sample, delimiter, quote);
            int width = records.isEmpty() ? 0 : records.getFirst().size();
            long agreeing = records.stream().filter(r -> r.size() == width).count();
            double agreement = records.isEmpty() ? 0 : (double) agreeing / records.size();
            double score = width < 2 ? 0 : agreement * agreement * Math.min(width, 50) - (delimiter == ' ' ? 1 : 0);
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
        return best;
    }

    /**
     * Whether the first record names the columns: its values are distinct, present, no numbers, and a column has nothing but
     * numbers below, or none of them comes back as a value of its own column.
     */
    static boolean hasHeader(String sample, char delimiter, char quote) throws IOException {
        List<List<String>> records = records(sample, delimiter, quote);
        if (records.isEmpty()) {
            return false;
        }
        List<String> first = records.getFirst();
        Set<String> distinct = new HashSet<>(first);
        if (distinct.size() < first.size() || first.stream().anyMatch(v -> !Double.isNaN(ColumnBuilder.parse(v)))) {
            return false;
        }
        long blank = first.stream().filter(String::isBlank).count();
        if (blank > 1) {
            return false;
        }
        List<List<String>> below = records.subList(1, records.size());
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).isBlank() && hasNumbersAlone(below, i)) {
                return true;
            }
        }
        for (List<String> later : below) {
            for (int i = 0; i < Math.min(first.size(), later.size()); i++) {
                if (!first.get(i).isBlank() && first.get(i).equals(later.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasNumbersAlone(List<List<String>> records, int column) {
        List<String> values = records.stream()
                .filter(record -> column < record.size())
                .map(record -> record.get(column))
                .filter(value -> !value.isBlank())
                .toList();
        return !values.isEmpty() && values.stream().noneMatch(value -> Double.isNaN(ColumnBuilder.parse(value)));
    }

    private static List<List<String>> records(String sample, char delimiter, char quote) throws IOException {
        CsvRecords cutter = new CsvRecords(new StringReader(sample), delimiter, quote);
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        while (records.size() < 200 && cutter.next(fields)) {
            records.add(List.copyOf(fields));
        }
        return records;
    }
}
