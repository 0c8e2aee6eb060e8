package org.yinhang.core.learning;

import java.util.List;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.table.RowSource;

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
    public Encoding.RowWriter bind(RowSource rows) {
        Bins.RowBins bin = bins.bind(rows);
        return (row, into, at) -> into[at] = bin.at(row);
    }
}
