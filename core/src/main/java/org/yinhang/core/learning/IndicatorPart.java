package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.RowSource;

/**
 * One yes-or-no feature for each of a category's most frequent words, all no for a missing, rare or unseen word.
 *
 * @param words the words that have a feature, the most frequent first
 */
record IndicatorPart(String column, int source, List<String> words) implements Encoding.Part {

    /** The {@code limit} most frequent words; of two opposite words one suffices. */
    static IndicatorPart fit(CategoryColumn column, int source, int limit) {
        int[] counts = new int[column.labels().size()];
        boolean anyMissing = false;
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code == CategoryColumn.MISSING) {
                anyMissing = true;
            } else {
                counts[code]++;
            }
        }
        List<String> frequent = IntStream.range(0, counts.length)
                .boxed()
                .filter(code -> counts[code] > 0)
                .sorted(Comparator.comparingInt((Integer code) -> -counts[code])
                        .thenComparing(code -> column.labels().get(code)))
                .limit(limit)
                .map(code -> column.labels().get(code))
                .toList();
        boolean opposites = frequent.size() == 2 && !anyMissing;
        return new IndicatorPart(column.name(), source, opposites ? frequent.subList(1, 2) : frequent);
    }

    @Override
    public List<Feature> features() {
        return words.stream()
                .map(word -> new Feature(column + "=" + word, source))
                .toList();
    }

    @Override
    public Encoding.RowWriter bind(RowSource rows) {
        RowSource.Positions positions = rows.positions(column, words);
        return (row, into, at) -> {
            Arrays.fill(into, at, at + words.size(), 0f);
            int position = positions.at(row);
            if (position >= 0) {
                into[at + position] = 1f;
            }
        };
    }
}
