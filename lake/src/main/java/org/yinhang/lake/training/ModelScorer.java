package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.yinhang.core.learning.Predictions;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.lake.fold.Vectors;
import org.yinhang.lake.training.CompiledModel.ModelFeature;
import org.yinhang.lake.training.ModelDefinition.Best;
import org.yinhang.lake.training.ModelDefinition.Change;
import org.yinhang.lake.training.ModelDefinition.Probability;
import org.yinhang.lake.training.ModelDefinition.Reading;

/**
 * Scores customers from columns of the catalogue, a block of them or one alone, through the same steps and so to the same
 * bits. For several threads.
 */
public final class ModelScorer {

    private final CompiledModel compiled;
    private final ResponseModel model;

    public ModelScorer(CompiledModel compiled, ResponseModel model) {
        this.compiled = compiled;
        this.model = model;
    }

    /** The declaration behind it. */
    public CompiledModel compiled() {
        return compiled;
    }

    /** What was learned. */
    public ResponseModel model() {
        return model;
    }

    /**
     * What the model sees of some customers.
     *
     * @param columns gives a column of the catalogue by its name
     * @param rows the rows of those columns that are wanted
     */
    public Table table(Function<String, Vector> columns, int[] rows) {
        List<Column> made = new ArrayList<>();
        for (ModelFeature feature : compiled.features()) {
            FeatureColumns values = new FeatureColumns(feature);
            Optional<String> place = feature.scored();
            if (place.isPresent()) {
                values.add(Vectors.picked(columns.apply(place.get()), rows, rows.length), rows.length);
            } else {
                values.add(Vectors.missing(feature.type(), rows.length, new Dictionary()), rows.length);
            }
            made.addAll(values.columns());
        }
        return Table.of(compiled.id(), made);
    }

    /** The probability of success of each row, and why. */
    public Predictions predictions(Table rows) {
        return model.score(rows);
    }

    /**
     * The values of one score, one a row.
     *
     * @return numbers, or words where a score names the best of several words
     */
    public Values values(Reading reading, Table rows) {
        return switch (reading) {
            case Probability probability -> new Numbers(model.probabilities(rows));
            case Change(var feature, var from, var to, var given) -> {
                Table taken = rows;
                for (Map.Entry<String, String> other : given.entrySet()) {
                    taken = with(taken, other.getKey(), other.getValue());
                }
                double[] before = model.probabilities(with(taken, feature, from));
                double[] after = model.probabilities(with(taken, feature, to));
                for (int row = 0; row < after.length; row++) {
                    after[row] -= before[row];
                }
                yield new Numbers(after);
            }
            case Best(var feature, var values) -> best(rows, feature, values);
        };
    }

    /** Values of a score. */
    public sealed interface Values {}

    /** Numbers, NaN where there is none. */
    public record Numbers(double[] values) implements Values {}

    /**
     * Each the place of a word in a list.
     *
     * @param places one a row
     * @param words the words
     */
    public record Words(int[] places, List<String> words) implements Values {}

    private Words best(Table rows, String feature, List<String> values) {
        double[] highest = new double[rows.size()];
        int[] places = new int[rows.size()];
        for (int place = 0; place < values.size(); place++) {
            double[] probabilities = model.probabilities(with(rows, feature, values.get(place)));
            for (int row = 0; row < places.length; row++) {
                if (place == 0 || probabilities[row] > highest[row]) {
                    highest[row] = probabilities[row];
                    places[row] = place;
                }
            }
        }
        return new Words(places, values);
    }

    /**
     * The same rows with another value of one column everywhere.
     *
     * @param value a number for a number's column, a word for a category's; blank for a missing one
     */
    public static Table with(Table rows, String column, String value) {
        Map<String, Column> columns = new LinkedHashMap<>();
        rows.columns().forEach(old -> columns.put(old.name(), old));
        Column changed =
                switch (Objects.requireNonNull(columns.get(column), column)) {
                    case NumericColumn numbers -> {
                        double[] same = new double[rows.size()];
                        Arrays.fill(same, value.isBlank() ? Double.NaN : Double.parseDouble(value));
                        yield NumericColumn.of(column, same);
                    }
                    case CategoryColumn words -> CategoryColumn.of(column, Collections.nCopies(rows.size(), value));
                };
        columns.put(column, changed);
        return Table.of(rows.name(), List.copyOf(columns.values()));
    }
}
