package org.yinhang.lake.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.tag.CompiledTag;
import org.yinhang.lake.tag.NamedExpression;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.CompiledModel.ModelFeature;
import org.yinhang.lake.training.ModelDefinition.EveryCustomer;
import org.yinhang.lake.training.ModelDefinition.EveryFact;

/** Checks a model's declaration and gathers every fault before it complains. */
public final class ModelCompiler {

    private final ModelDefinition model;
    private final TagCatalogue tags;
    private final Snapshot snapshot;
    private final FeatureCompiler learned;
    private final List<Fault> faults;
    private final Set<String> tables = new TreeSet<>();

    private ModelCompiler(ModelDefinition model, TagCatalogue tags, Snapshot snapshot) {
        this.model = model;
        this.tags = tags;
        this.snapshot = snapshot;
        this.learned = new FeatureCompiler(model, tags, snapshot);
        this.faults = learned.faults();
    }

    /**
     * Checks a model.
     *
     * @throws FaultException with everything that is wrong: unknown tags, types, columns known only after the decision,
     *     ranks among all customers, bureau data without a purpose, data used for another purpose
     */
    public static CompiledModel compile(ModelDefinition model, TagCatalogue tags, Snapshot snapshot) {
        return new ModelCompiler(model, tags, snapshot).compile();
    }

    /** The tags a model of this declaration may not learn from, each with the reason its training would give. */
    public static Map<String, Fault> refused(ModelDefinition model, TagCatalogue tags, Snapshot snapshot) {
        Map<String, Fault> refused = new TreeMap<>();
        for (CompiledTag tag : tags.tags()) {
            FeatureCompiler alone = new FeatureCompiler(model, tags, snapshot);
            alone.tag(tags, tag.id());
            alone.faults().addAll(ModelChecks.ofPurpose(model, tags, alone.data()));
            alone.faults().stream().findFirst().ifPresent(fault -> refused.put(tag.id(), fault));
        }
        return refused;
    }

    private CompiledModel compile() {
        Optional<FactTable> table =
                switch (model.rows()) {
                    case EveryCustomer every -> Optional.empty();
                    case EveryFact facts -> table(facts.table());
                };
        stopAtFaults();
        TagCatalogue catalogue = tags.with(named(), model.governance(), snapshot);
        condition(catalogue, "population");
        Optional<Expression> rows =
                table.flatMap(facts -> model.rows() instanceof EveryFact(var name, var where) && !where.isBlank()
                        ? learned.parsed(where, facts, "rows", model.where())
                        : Optional.empty());
        Optional<Expression> outcome =
                table.flatMap(facts -> learned.parsed(model.outcome(), facts, "outcome", model.where()));
        if (table.isEmpty()) {
            condition(catalogue, "outcome");
        }
        outcome.ifPresent(expression -> truth(expression.type(), "outcome"));
        rows.ifPresent(expression -> truth(expression.type(), "rows"));
        model.features().tags().forEach(id -> learned.tag(catalogue, id));
        model.features().expressions().forEach(own -> learned.column(catalogue, own));
        model.features().ofRow().forEach(own -> learned.ofRow(catalogue, table, own));
        List<ModelFeature> attributes = model.fairness().stream()
                .flatMap(id -> tags.find(id).stream())
                .map(tag -> FeatureCompiler.feature(tag, tag.id(), Optional.of(tag.id()), Optional.empty()))
                .toList();
        faults.addAll(ModelChecks.of(model, tags, learned.features(), learned.data()));
        stopAtFaults();
        table.ifPresentOrElse(facts -> tables.add(facts.name()), () -> readBy(catalogue, "outcome"));
        outcome.ifPresent(expression -> Leaves.of(expression).forEach(leaf -> {
            if (leaf instanceof Aggregate aggregate) {
                tables.add(aggregate.table().name());
            }
        }));
        return new CompiledModel(
                model,
                named(),
                catalogue,
                learned.features(),
                attributes,
                table,
                rows,
                outcome,
                learned.data(),
                tables);
    }

    private void readBy(TagCatalogue catalogue, String part) {
        catalogue.behind(Set.of(CompiledModel.named(model.id(), part))).forEach(id -> catalogue
                .tag(id)
                .sources()
                .forEach(source -> tables.add(source.substring(0, source.indexOf('.')))));
    }

    private void stopAtFaults() {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private void fault(String code, String what, String where, String next) {
        faults.add(Fault.of(code, what, where, next));
    }

    private Optional<FactTable> table(String name) {
        List<FactTable> known = LakeFields.tables(snapshot);
        Optional<FactTable> found = known.stream()
                .filter(table -> table.name().equals(name) && !table.state())
                .findFirst();
        if (found.isEmpty()) {
            fault(
                    "MDL-1003",
                    "There is no table of facts '%s'.".formatted(name),
                    model.where(),
                    Suggestion.advise(name, known.stream().map(FactTable::name).toList()));
        }
        return found;
    }

    /** What the engine computes for this model beside the tags. */
    private List<NamedExpression> named() {
        List<NamedExpression> named = new ArrayList<>();
        named.add(expression("population", model.zh(), model.en(), model.population(), model.where()));
        if (!model.isOfFacts()) {
            named.add(expression("outcome", model.zh(), model.en(), model.outcome(), model.where()));
        }
        model.features()
                .expressions()
                .forEach(own -> named.add(expression(own.id(), own.zh(), own.en(), own.text(), own.where())));
        model.features().ofRow().forEach(own -> own.assume()
                .ifPresent(text -> named.add(expression(own.id(), own.zh(), own.en(), text, own.where()))));
        return named;
    }

    private NamedExpression expression(String part, String zh, String en, String text, String where) {
        return new NamedExpression(CompiledModel.named(model.id(), part), zh, en, text, where + " " + part);
    }

    private void condition(TagCatalogue catalogue, String part) {
        String name = CompiledModel.named(model.id(), part);
        learned.checkKnownThen(catalogue, name);
        truth(catalogue.tag(name).tag().type(), part);
    }

    private void truth(ValueType type, String part) {
        if (type != ValueType.TRUTH) {
            fault(
                    "MDL-1004",
                    "The %s of model '%s' is of type %s.".formatted(part, model.id(), type),
                    model.where(),
                    "Write a condition that is true or false.");
        }
    }
}
