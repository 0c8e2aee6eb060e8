package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.table.RowSource;

/** How rows become numbers for a learner; fixed once fitted, so a row is encoded alone exactly as among others. */
final class Encoding implements Archived.Archivable {

    /** Turns one source column, or the state of the world, into features. */
    interface Part {

        /** The features it writes, in order. */
        List<Feature> features();

        /** A writer for the rows of a table. */
        RowWriter bind(RowSource rows);
    }

    /** Writes the features of one row. */
    @FunctionalInterface
    interface RowWriter {

        /** Writes a row's features into {@code into} from position {@code at}. */
        void write(int row, float[] into, int at);
    }

    private final List<Part> parts;
    private final List<Feature> features;

    Encoding(List<? extends Part> parts) {
        this.parts = List.copyOf(parts);
        List<Feature> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.features()));
        this.features = List.copyOf(all);
    }

    List<Feature> features() {
        return features;
    }

    RowWriter bind(RowSource rows) {
        return joined(parts, parts.stream().map(part -> part.bind(rows)).toList());
    }

    /** One writer out of one a part, each writing behind the one before. */
    static RowWriter joined(List<Part> parts, List<RowWriter> each) {
        RowWriter[] writers = each.toArray(RowWriter[]::new);
        int[] offsets = new int[writers.length];
        int next = 0;
        for (int i = 0; i < writers.length; i++) {
            offsets[i] = next;
            next += parts.get(i).features().size();
        }
        return (row, into, at) -> {
            for (int i = 0; i < writers.length; i++) {
                writers[i].write(row, into, at + offsets[i]);
            }
        };
    }

    @Override
    public Archived<Encoding> archived() {
        return new Kept(parts);
    }

    private record Kept(List<Part> parts) implements Archived<Encoding> {

        @Override
        public Encoding restore() {
            return new Encoding(parts);
        }
    }
}
