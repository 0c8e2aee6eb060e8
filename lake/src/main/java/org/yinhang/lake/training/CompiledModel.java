package org.yinhang.lake.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.NamedExpression;
import org.yinhang.lake.tag.TagCatalogue;

/**
 * A model's declaration, checked against the tags and the lake.
 *
 * @param definition the declaration
 * @param expressions what the engine computes for it beside the tags
 * @param catalogue the tags and, beside them, the model's own expressions
 * @param features what is learned from, in order
 * @param attributes tags whose groups are compared, never learned from
 * @param table the table its rows are facts of; empty where they are customers
 * @param rows which facts, over the table's columns
 * @param outcome what counts as a success, over the columns of the row and facts; of customers it stands in the catalogue
 * @param data the classes of all data behind the features
 * @param tables the tables its rows and outcomes come from
 */
public record CompiledModel(
        ModelDefinition definition,
        List<NamedExpression> expressions,
        TagCatalogue catalogue,
        List<ModelFeature> features,
        List<ModelFeature> attributes,
        Optional<FactTable> table,
        Optional<Expression> rows,
        Optional<Expression> outcome,
        Set<DataClass> data,
        Set<String> tables) {

    public CompiledModel {
        expressions = List.copyOf(expressions);
        features = List.copyOf(features);
        attributes = List.copyOf(attributes);
        data = Set.copyOf(data);
        tables = Set.copyOf(tables);
    }

    public String id() {
        return definition.id();
    }

    /** SHA-256 of everything the declaration says, wherever it stands, in hexadecimal. */
    public String fingerprint() {
        return definition.fingerprint();
    }

    /** The name of a condition or value of this model in its catalogue, which no tag can have. */
    String named(String part) {
        return named(definition.id(), part);
    }

    static String named(String model, String part) {
        return model + "." + part;
    }

    /** The condition of taking part, in the catalogue. */
    public String population() {
        return named("population");
    }

    /** What is read as of the observation day, by name in the catalogue: features of the customer, and attributes. */
    List<String> observed() {
        return Stream.concat(features.stream(), attributes.stream())
                .flatMap(feature -> feature.column().stream())
                .distinct()
                .toList();
    }

    /** What must be known of a customer before he can be scored, by name in the catalogue. */
    public Set<String> scored() {
        Set<String> scored = new TreeSet<>(Set.of(population()));
        features.forEach(feature -> feature.scored().ifPresent(scored::add));
        return scored;
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
