package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.CompiledTag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagPurpose;
import org.yinhang.lake.training.CompiledModel.ModelFeature;
import org.yinhang.lake.training.ModelDefinition.Expressed;

/** Turns what a declaration learns from into features, and keeps what is wrong with each. */
final class FeatureCompiler {

    /** What a plain number can stand for: it is told in yuan, as a fraction, or as it is. */
    private static final Set<ValueType> NATURAL = EnumSet.of(ValueType.MONEY, ValueType.RATE, ValueType.NUMBER);

    private final ModelDefinition model;
    private final TagCatalogue tags;
    private final Snapshot snapshot;
    private final List<Fault> faults = new ArrayList<>();
    private final List<ModelFeature> features = new ArrayList<>();
    private final Set<DataClass> data = EnumSet.noneOf(DataClass.class);

    FeatureCompiler(ModelDefinition model, TagCatalogue tags, Snapshot snapshot) {
        this.model = model;
        this.tags = tags;
        this.snapshot = snapshot;
    }

    /** What is wrong so far; others add to it. */
    List<Fault> faults() {
        return faults;
    }

    /** The features so far, in order. */
    List<ModelFeature> features() {
        return features;
    }

    /** The classes of all data behind them. */
    Set<DataClass> data() {
        return data;
    }

    private void fault(String code, String what, String where, String next) {
        faults.add(Fault.of(code, what, where, next));
    }

    /** An expression over the columns of a row; empty, with its faults kept, when it is none. */
    Optional<Expression> parsed(String text, FactTable table, String part, String where) {
        try {
            Expression expression = Predicates.value(
                    text, new Catalogue(table.columns(), LakeFields.tables(snapshot), Set.of(), Set.of()));
            return Optional.of(expression);
        } catch (PredicateException e) {
            e.faults()
                    .faults()
                    .forEach(fault -> fault(
                            fault.code(),
                            fault.what(),
                            "%s %s, %s".formatted(where, part, fault.where()),
                            fault.next()));
            return Optional.empty();
        }
    }

    /** Learns from a tag. */
    void tag(TagCatalogue catalogue, String id) {
        Optional<CompiledTag> found = tags.find(id);
        if (found.isEmpty()) {
            fault(
                    "MDL-1005",
                    "There is no tag '%s' to learn from.".formatted(id),
                    model.where(),
                    Suggestion.advise(
                            id, tags.tags().stream().map(CompiledTag::id).toList()));
            return;
        }
        CompiledTag tag = found.get();
        if (model.governance().purposes().contains(TagPurpose.MARKETING)
                && !tag.tag().governance().purposes().contains(TagPurpose.MARKETING)) {
            fault(
                    "MDL-1006",
                    "Tag '%s' may not be used for marketing.".formatted(id),
                    model.where(),
                    "Leave it out, or take 'marketing' from the model's purposes (PIPL 6).");
        }
        if (model.fairness().contains(id)) {
            fault(
                    "MDL-1019",
                    "Groups are compared by '%s', so the model may not learn from it.".formatted(id),
                    model.where(),
                    "Leave it out of the features, or out of 'fairness'.");
        }
        checkKnownThen(tags, id);
        checkColumn(catalogue.tag(id), id);
        features.add(feature(catalogue.tag(id), id, Optional.of(id), Optional.empty()));
    }

    /** Values given to a run of the tags are kept for the day they were given alone. */
    void checkKnownThen(TagCatalogue catalogue, String id) {
        catalogue.behind(List.of(id)).stream()
                .filter(behind -> catalogue.tag(behind).tag().kind().isGiven())
                .findFirst()
                .ifPresent(given -> fault(
                        "MDL-1018",
                        "The values of '%s' are given to a run of the tags, so nobody knows those of '%s' of past days."
                                .formatted(given, id),
                        model.where(),
                        "Learn from the facts behind it."));
    }

    /** Learns from an expression over the customer. */
    void column(TagCatalogue catalogue, Expressed own) {
        CompiledTag tag = catalogue.tag(CompiledModel.named(model.id(), own.id()));
        checkKnownThen(catalogue, tag.id());
        checkColumn(tag, own.id());
        features.add(feature(tag, own.id(), Optional.of(tag.id()), Optional.empty()));
    }

    static ModelFeature feature(CompiledTag tag, String id, Optional<String> column, Optional<String> assumed) {
        return new ModelFeature(
                id,
                tag.tag().zh(),
                tag.tag().en(),
                tag.tag().type(),
                List.copyOf(tag.tag().values().keySet()),
                column,
                Optional.empty(),
                assumed);
    }

    /** A rank among all customers cannot be told of one customer alone, so batch and single scores would differ. */
    private void checkColumn(CompiledTag tag, String id) {
        if (tag.needsEveryone()) {
            fault(
                    "MDL-1007",
                    "'%s' is a place among all customers, which a single customer's score cannot know.".formatted(id),
                    model.where(),
                    "Learn from the value behind it.");
        }
        checkType(tag.tag().type(), id, tag.tag().values().isEmpty());
        data.addAll(tag.data());
    }

    private void checkType(ValueType type, String id, boolean open) {
        boolean fits =
                switch (type) {
                    case TRUTH, INTEGER, NUMBER, MONEY, RATE, TEXT -> true;
                    case SET -> !open;
                    case DATE, MOMENT, NOTHING -> false;
                };
        if (!fits) {
            fault(
                    "MDL-1008",
                    "'%s' is of type %s, from which nothing can be learned that holds later.".formatted(id, type),
                    model.where(),
                    type == ValueType.SET ? "Declare its values." : "Write how many days ago it was.");
        }
    }

    /** Learns from an expression over the row. */
    void ofRow(TagCatalogue catalogue, Optional<FactTable> table, Expressed own) {
        if (table.isEmpty()) {
            fault(
                    "MDL-1009",
                    "'%s' asks for a column of the row, but the rows are customers.".formatted(own.id()),
                    own.where(),
                    "Say which facts are the rows: 'from: contacts'.");
            return;
        }
        Optional<Expression> parsed = parsed(own.text(), table.get(), own.id(), own.where());
        if (parsed.isEmpty()) {
            return;
        }
        Expression expression = parsed.get();
        for (Leaf leaf : Leaves.of(expression)) {
            if (leaf instanceof Reference(var field)) {
                checkKnown(field.name(), field.knownLater(), own);
                dataClass(table.get().name(), field.name()).ifPresent(data::add);
            } else if (leaf instanceof Aggregate aggregate
                    && aggregate.table().name().equals("bureau")) {
                data.add(DataClass.BUREAU);
            }
        }
        checkType(expression.type(), own.id(), true);
        Optional<CompiledTag> assumed =
                own.assume().flatMap(text -> catalogue.find(CompiledModel.named(model.id(), own.id())));
        assumed.filter(tag -> tag.tag().type() != expression.type()
                        && !(tag.tag().type() == ValueType.NUMBER && NATURAL.contains(expression.type())))
                .ifPresent(tag -> fault(
                        "MDL-1010",
                        "What '%s' is taken to be is of type %s, not %s."
                                .formatted(own.id(), tag.tag().type(), expression.type()),
                        own.where(),
                        "Write a value of the same type."));
        features.add(new ModelFeature(
                own.id(),
                own.zh(),
                own.en(),
                expression.type(),
                List.of(),
                Optional.empty(),
                Optional.of(expression),
                assumed.map(CompiledTag::id)));
    }

    private void checkKnown(String column, boolean knownLater, Expressed own) {
        if (knownLater) {
            fault(
                    "MDL-1011",
                    "'%s' is known only after the decision, so a model that learned from it could never be applied."
                            .formatted(column),
                    own.where(),
                    "Leave it out of the features.");
        }
    }

    private Optional<DataClass> dataClass(String table, String column) {
        return snapshot.table(table)
                .schema()
                .column(column)
                .map(found -> found.dataClass())
                .filter(found ->
                        found != DataClass.INTERNAL && found != DataClass.PUBLIC && found != DataClass.IDENTIFIER);
    }
}
