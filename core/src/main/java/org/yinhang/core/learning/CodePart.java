package org.yinhang.core.learning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.RowSource;

/**
 * A word as its place in the order in which words first came up. For rows in time that order means something (a month, a
 * wave, a new channel come after others), and a tree cuts it in fewer steps than one feature a word.
 *
 * @param words in the order they first came up; other words count as missing
 */
record CodePart(String column, int source, List<String> words) implements Encoding.Part {

    static CodePart fit(CategoryColumn column, int source) {
        Set<String> met = new LinkedHashSet<>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                met.add(column.text(row));
            }
        }
        return new CodePart(column.name(), source, List.copyOf(met));
    }

    @Override
    public List<Feature> features() {
        return List.of(new Feature(column, source));
    }

    @Override
    public Encoding.RowWriter bind(RowSource rows) {
        RowSource.Positions positions = rows.positions(column, words);
        return (row, into, at) -> {
            int position = positions.at(row);
            into[at] = position < 0 ? Float.NaN : position;
        };
    }
}
