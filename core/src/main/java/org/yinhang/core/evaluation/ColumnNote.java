package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/**
 * Something odd about a column that a model cannot mend.
 *
 * @param column its name
 * @param kind what is odd
 * @param distinct how many different values it has, counted up to a few for numbers
 */
public record ColumnNote(String column, Kind kind, int distinct) {

    private static final int FEW_ROWS = 100;

    /** What is odd about a column. */
    public enum Kind {
        /** No row has a value. */
        ALL_MISSING,
        /** Every row has the same value. */
        CONSTANT,
        /** More than every second row has a word of its own, so that it says nothing about a new row. */
        A_WORD_A_ROW
    }

    /** The odd columns of a table, in its order. */
    public static List<ColumnNote> of(Table table) {
        List<ColumnNote> notes = new ArrayList<>();
        for (Column column : table.columns()) {
            of(column).ifPresent(notes::add);
        }
        return notes;
    }

    private static Optional<ColumnNote> of(Column column) {
        int distinct =
                switch (column) {
                    case NumericColumn numbers -> severalValues(numbers);
                    case CategoryColumn words -> usedWords(words);
                };
        boolean anyMissing = java.util.stream.IntStream.range(0, column.size()).anyMatch(column::isMissing);
        if (distinct == 0) {
            return Optional.of(new ColumnNote(column.name(), Kind.ALL_MISSING, 0));
        }
        if (distinct == 1 && !anyMissing) {
            return Optional.of(new ColumnNote(column.name(), Kind.CONSTANT, 1));
        }
        if (column instanceof CategoryColumn && column.size() >= FEW_ROWS && 2L * distinct > column.size()) {
            return Optional.of(new ColumnNote(column.name(), Kind.A_WORD_A_ROW, distinct));
        }
        return Optional.empty();
    }

    private static int severalValues(NumericColumn numbers) {
        return (int) java.util.stream.IntStream.range(0, numbers.size())
                .mapToDouble(numbers::value)
                .filter(value -> !Double.isNaN(value))
                .distinct()
                .limit(2)
                .count();
    }

    private static int usedWords(CategoryColumn words) {
        BitSet used = new BitSet();
        for (int row = 0; row < words.size(); row++) {
            if (!words.isMissing(row)) {
                used.set(words.code(row));
            }
        }
        return used.cardinality();
    }
}
