package org.yinhang.lake.tag;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.schema.DataClass;

/** Compiles expressions to what the engine computes beside the tags; whoever asks answers for their purpose. */
final class NamedExpressions {

    private final Map<String, CompiledTag> tags;
    private final Sources sources;
    private final Catalogue catalogue;
    private final List<Fault> faults = new ArrayList<>();

    NamedExpressions(Map<String, CompiledTag> tags, Snapshot snapshot) {
        this.tags = tags;
        this.sources = new Sources(snapshot);
        List<Field> fields = new ArrayList<>(
                tags.values().stream().map(tag -> tag.tag().field()).toList());
        fields.addAll(LakeFields.fields(snapshot));
        this.catalogue = new Catalogue(fields, LakeFields.tables(snapshot), Set.of(), Set.of());
    }

    /**
     * The tags and, after them, the expressions.
     *
     * @throws FaultException with everything that is wrong
     */
    Map<String, CompiledTag> compile(List<NamedExpression> expressions, Tag.Governance governance) {
        Map<String, CompiledTag> compiled = new LinkedHashMap<>(tags);
        for (NamedExpression named : expressions) {
            parse(named).ifPresent(expression -> compiled.put(named.id(), tag(named, expression, governance)));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return compiled;
    }

    private Optional<Expression> parse(NamedExpression named) {
        try {
            return Optional.of(Predicates.value(named.text(), catalogue));
        } catch (PredicateException e) {
            e.faults()
                    .faults()
                    .forEach(fault -> faults.add(Fault.of(
                            fault.code(),
                            fault.what(),
                            "%s, %s".formatted(named.where(), fault.where()),
                            fault.next())));
            return Optional.empty();
        }
    }

    private CompiledTag tag(NamedExpression named, Expression expression, Tag.Governance governance) {
        Set<String> read = Sources.references(expression);
        read.retainAll(tags.keySet());
        Set<String> columns = new TreeSet<>(sources.columns(expression));
        Set<DataClass> data = EnumSet.noneOf(DataClass.class);
        columns.forEach(column -> data.add(sources.dataClass(column)));
        boolean everyone = false;
        for (String id : read) {
            CompiledTag behind = Objects.requireNonNull(tags.get(id));
            data.addAll(behind.data());
            everyone |= behind.needsEveryone();
        }
        data.removeAll(TagCompiler.HARMLESS);
        Tag tag = new Tag(
                named.id(),
                named.zh(),
                named.en(),
                "",
                TagCategory.MODEL,
                new Tag.Definition(
                        TagKind.METRIC, Map.of("expression", named.text()), 0, Optional.<Tag.GraphMeasure>empty()),
                expression.type(),
                Map.of(),
                governance,
                QualityRule.NONE,
                named.where());
        return new CompiledTag(tag, Map.of("expression", expression), read, columns, data, everyone);
    }
}
