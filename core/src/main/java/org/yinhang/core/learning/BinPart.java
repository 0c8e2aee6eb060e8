package org.yinhang.core.learning;

import java.util.List;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.table.Table;

/**
 * The number of the bin a value falls into, for models that look values up.
 *
 * @param source position of the column
 */
record BinPart(Bins bins, int source) implements Encoding.Part {

    @Override
    public List<Feature> features() {
        return List.of(new Feature(bins.column(), source));
    }

    @Override
    public Encoding.RowWriter bind(Table table) {
        Bins.RowBins rows = bins.bind(table);
        return (row, into, at) -> into[at] = rows.at(row);
    }
}
