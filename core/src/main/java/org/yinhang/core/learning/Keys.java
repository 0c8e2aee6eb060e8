package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.List;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.RowSource;

/** Groups rows by the value of one column: words by word, numbers by value or by range. Key 0 is missing or unseen. */
sealed interface Keys {

    /** How many keys there are, key 0 included. */
    int count();

    /** The key of each row of a table. */
    RowSource.Positions bind(RowSource rows);

    /** Groups by what the training rows hold. */
    static Keys fit(Column column) {
        return switch (column) {
            case CategoryColumn words -> new OfWords(words.name(), words.labels());
            case NumericColumn numbers -> OfNumbers.fit(numbers);
        };
    }

    /** One key a word. */
    record OfWords(String column, List<String> words) implements Keys {

        @Override
        public int count() {
            return words.size() + 1;
        }

        @Override
        public RowSource.Positions bind(RowSource rows) {
            RowSource.Positions positions = rows.positions(column, words);
            return row -> Math.max(0, positions.at(row) + 1);
        }
    }

    /** One key a value where there are few values, one a range of equal frequency where there are many. */
    final class OfNumbers implements Keys, Archived.Archivable {

        private static final int FEW = 256;
        private static final int RANGES = 32;

        private final String column;
        private final double[] lowest;

        private OfNumbers(String column, double[] lowest) {
            this.column = column;
            this.lowest = lowest;
        }

        static OfNumbers fit(NumericColumn numbers) {
            double[] sorted = java.util.stream.IntStream.range(0, numbers.size())
                    .mapToDouble(numbers::value)
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            double[] distinct = Arrays.stream(sorted).distinct().toArray();
            if (distinct.length > FEW) {
                distinct = java.util.stream.IntStream.range(0, RANGES)
                        .mapToDouble(range -> sorted[(int) ((long) sorted.length * range / RANGES)])
                        .distinct()
                        .toArray();
            }
            return new OfNumbers(numbers.name(), distinct);
        }

        @Override
        public int count() {
            return lowest.length + 1;
        }

        @Override
        public RowSource.Positions bind(RowSource rows) {
            RowSource.Numbers numbers = rows.numbers(column);
            return row -> key(numbers.at(row));
        }

        @Override
        public Archived<OfNumbers> archived() {
            return new Kept(column, lowest);
        }

        private record Kept(String column, double[] lowest) implements Archived<OfNumbers> {

            @Override
            public OfNumbers restore() {
                return new OfNumbers(column, lowest);
            }
        }

        private int key(double value) {
            if (Double.isNaN(value) || lowest.length == 0) {
                return 0;
            }
            int found = Arrays.binarySearch(lowest, value);
            return found >= 0 ? found + 1 : Math.max(1, -found - 1);
        }
    }
}
