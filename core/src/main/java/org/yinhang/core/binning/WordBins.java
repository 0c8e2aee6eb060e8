package org.yinhang.core.binning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.RowSource;

/**
 * Bins of a word: 0 for missing, one for each of the most frequent words, and the last for all other words, among them
 * those the training rows never held.
 *
 * @param words the words with a bin of their own, the most frequent first
 */
public record WordBins(String column, List<String> words) implements Bins {

    public WordBins {
        words = List.copyOf(words);
        if (words.size() + 2 > MOST) {
            throw new IllegalArgumentException(
                    "words of %s: %d (expected: at most %d)".formatted(column, words.size(), MOST - 2));
        }
    }

    static WordBins fit(CategoryColumn column, int most) {
        int[] counts = new int[column.labels().size()];
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        List<String> frequent = IntStream.range(0, counts.length)
                .boxed()
                .filter(code -> counts[code] > 0)
                .sorted(Comparator.comparingInt((Integer code) -> -counts[code])
                        .thenComparing(code -> column.labels().get(code)))
                .limit(Math.min(most, MOST - 2))
                .map(code -> column.labels().get(code))
                .toList();
        return new WordBins(column.name(), frequent);
    }

    @Override
    public int count() {
        return words.size() + 2;
    }

    /** The bin of words without one of their own. */
    public int others() {
        return words.size() + 1;
    }

    @Override
    public RowBins bind(RowSource rows) {
        RowSource.Positions positions = rows.positions(column, words);
        return row -> {
            int position = positions.at(row);
            return position == RowSource.MISSING ? MISSING : position == RowSource.UNKNOWN ? others() : position + 1;
        };
    }

    @Override
    public String label(int bin) {
        return bin == MISSING ? "missing" : bin == others() ? "other words" : words.get(bin - 1);
    }
}
