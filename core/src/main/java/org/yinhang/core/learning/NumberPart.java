package org.yinhang.core.learning;

import java.util.List;
import org.yinhang.core.table.RowSource;

/** A number as it is; trees find their own cuts. */
record NumberPart(String column, int source) implements Encoding.Part {

    @Override
    public List<Feature> features() {
        return List.of(new Feature(column, source));
    }

    @Override
    public Encoding.RowWriter bind(RowSource rows) {
        RowSource.Numbers numbers = rows.numbers(column);
        return (row, into, at) -> into[at] = (float) numbers.at(row);
    }
}
