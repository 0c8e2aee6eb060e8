package org.yinhang.lake.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.TagCatalogue;

/**
 * A model's declaration, checked against the tags and the lake.
 *
 * @param definition the declaration
 * @param catalogue the tags and, beside them, the model's own expressions
 * @param features what is learned from, in order
 * @param table the table its rows are facts of; empty where they are customers
 * @param rows which facts, over the table's columns
 * @param outcome what counts as a success, over the columns of the row and facts; of customers it stands in the catalogue
 * @param data the classes of all data behind the features
 * @param tables the tables its rows and outcomes come from
 */
public record CompiledModel(
        ModelDefinition definition,
        TagCatalogue catalogue,
        List<ModelFeature> features,
        Optional<FactTable> table,
        Optional<Expression> rows,
        Optional<Expression> outcome,
        Set<DataClass> data,
        Set<String> tables) {

    public CompiledModel {
        features = List.copyOf(features);
        data = Set.copyOf(data);
        tables = Set.copyOf(tables);
    }

    public String id() {
        return definition.id();
    }

    /** The name of a condition or value of this model in its catalogue, which no tag can have. */
    String named(String part) {
        return named(definition.id(), part);
    }

    static String named(String model, String part) {
        return model + "." + part;
    }

    /** The condition of taking part, in the catalogue. */
    String population() {
        return named("population");
    }

    /** The features that follow from the customer alone, by their names in the catalogue. */
    List<String> columns() {
        return features.stream().flatMap(feature -> feature.column().stream()).toList();
    }

    /**
     * One feature.
     *
     * @param id its name in the training table
     * @param zh Chinese name
     * @param en English name
     * @param type what its values are
     * @param labels the labels a set can have, in order; a set becomes one column each
     * @param column its name in the catalogue where it follows from the customer as of the observation day
     * @param ofRow its expression where it follows from the row
     * @param assumed its name in the catalogue when a customer without a row is scored; empty where that cannot be
     */
    public record ModelFeature(
            String id,
            String zh,
            String en,
            ValueType type,
            List<String> labels,
            Optional<String> column,
            Optional<Expression> ofRow,
            Optional<String> assumed) {

        public ModelFeature {
            labels = List.copyOf(labels);
        }

        /** Where a score finds its value. */
        public Optional<String> scored() {
            return column.or(() -> assumed);
        }

        /** The names of the columns it becomes. */
        public List<String> columnNames() {
            return type == ValueType.SET
                    ? labels.stream().map(label -> id + ":" + label).toList()
                    : List.of(id);
        }
    }
}
