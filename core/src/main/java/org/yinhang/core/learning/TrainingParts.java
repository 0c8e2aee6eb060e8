package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.table.Table;

/**
 * Gathers the parts of an encoding together with what the training rows themselves are to see, which differs where a part
 * is made of outcomes: a training row may not see its own.
 */
final class TrainingParts {

    private final Table table;
    private final List<Encoding.Part> parts = new ArrayList<>();
    private final List<Encoding.RowWriter> training = new ArrayList<>();

    TrainingParts(Table table) {
        this.table = table;
    }

    /** A part that knows no outcome: training rows see what any row would. */
    void add(Encoding.Part part) {
        parts.add(part);
        training.add(part.bind(table));
    }

    /**
     * A part made of outcomes.
     *
     * @param honest what the training rows see instead, row after row
     */
    void add(Encoding.Part part, float[] honest) {
        int width = part.features().size();
        parts.add(part);
        training.add((row, into, at) -> System.arraycopy(honest, row * width, into, at, width));
    }

    /** How many features there are so far. */
    int width() {
        return parts.stream().mapToInt(part -> part.features().size()).sum();
    }

    Encoding encoding() {
        return new Encoding(parts);
    }

    /** The training rows, encoded. */
    FeatureMatrix matrix() {
        return new FeatureMatrix(encoding().features(), table.size(), Encoding.joined(parts, training));
    }
}
