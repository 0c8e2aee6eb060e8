package org.yinhang.lake.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.schema.DataClass;

/** Checks a catalogue of tags and gathers every fault before it complains. */
final class TagCompiler {

    /** Classes that no duty attaches to. */
    static final Set<DataClass> HARMLESS = EnumSet.of(DataClass.PUBLIC, DataClass.INTERNAL, DataClass.IDENTIFIER);

    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private final Sources sources;
    private final Catalogue catalogue;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Map<String, Expression>> expressions = new LinkedHashMap<>();
    private final Map<String, Set<String>> reads = new LinkedHashMap<>();

    TagCompiler(Collection<Tag> tags, Snapshot snapshot) {
        tags.forEach(tag -> this.tags.put(tag.id(), tag));
        this.sources = new Sources(snapshot);
        List<Field> fields = new ArrayList<>(tags.stream().map(Tag::field).toList());
        fields.addAll(LakeFields.fields(snapshot));
        this.catalogue = new Catalogue(fields, LakeFields.tables(snapshot), Set.of(), Set.of());
    }

    Map<String, CompiledTag> compile() {
        tags.values().forEach(this::parse);
        stopAtFaults();
        List<String> order = order();
        stopAtFaults();
        Map<String, CompiledTag> compiled = new LinkedHashMap<>();
        order.forEach(id -> compiled.put(id, compile(Objects.requireNonNull(tags.get(id)), compiled)));
        stopAtFaults();
        return compiled;
    }

    private void stopAtFaults() {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private void parse(Tag tag) {
        Map<String, Expression> parsed = new LinkedHashMap<>();
        tag.definition().expressions().forEach((role, text) -> {
            try {
                parsed.put(role, Predicates.value(text, catalogue));
            } catch (PredicateException e) {
                e.faults()
                        .faults()
                        .forEach(fault -> faults.add(Fault.of(
                                fault.code(),
                                fault.what(),
                                "%s.%s, %s".formatted(tag.where(), role, fault.where()),
                                fault.next())));
            }
        });
        expressions.put(tag.id(), parsed);
        Set<String> read = new TreeSet<>();
        parsed.values().forEach(e -> read.addAll(Sources.references(e)));
        read.retainAll(tags.keySet());
        reads.put(tag.id(), read);
        parsed.forEach((role, expression) -> checkType(tag, role, expression));
        checkKind(tag);
    }

    private void checkType(Tag tag, String role, Expression expression) {
        ValueType type = expression.type();
        boolean fits =
                switch (tag.kind()) {
                    case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE -> type == tag.type();
                    case BUCKET, RFM -> type.isOrdered();
                    case GRAPH -> type == ValueType.TRUTH;
                    case SCORE, IMPORTED, MANUAL -> true;
                };
        if (!fits) {
            faults.add(Fault.of(
                    "TAG-1003",
                    "The %s of tag '%s' is of type %s.".formatted(role, tag.id(), type),
                    tag.where(),
                    tag.kind().isExpression()
                            ? "Declare 'type: %s' or change the expression."
                                    .formatted(type.name().toLowerCase(Locale.ROOT))
                            : tag.kind() == TagKind.GRAPH
                                    ? "Use a condition: of how many around a customer it is true is counted."
                                    : "Use a value that has an order."));
        }
        if (!tag.values().isEmpty() && (type == ValueType.TEXT || type == ValueType.SET)) {
            Set<String> unknown = Sources.texts(expression);
            unknown.removeAll(tag.values().keySet());
            if (!unknown.isEmpty() && tag.kind() == TagKind.RULE) {
                faults.add(Fault.of(
                        "TAG-1004",
                        "Tag '%s' gives values it does not declare: %s."
                                .formatted(tag.id(), String.join(", ", unknown)),
                        tag.where(),
                        "Add them under 'values' or correct the expression."));
            }
        }
    }

    private void checkKind(Tag tag) {
        boolean fits =
                switch (tag.kind()) {
                    case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE, SCORE, IMPORTED, MANUAL -> true;
                    case RFM, BUCKET -> tag.type() == ValueType.INTEGER;
                    case GRAPH ->
                        tag.type() == tag.definition().measure().orElseThrow().type();
                };
        if (!fits) {
            faults.add(Fault.of(
                    "TAG-1003",
                    "Tag '%s' of kind %s cannot be of type %s.".formatted(tag.id(), tag.kind(), tag.type()),
                    tag.where(),
                    "Influence and shares of ties are numbers; bands, RFM, communities and counts are integers."));
        }
    }

    /** Every tag after those it reads; a circle is a fault that names its members. */
    private List<String> order() {
        Set<String> done = new LinkedHashSet<>();
        tags.keySet().forEach(id -> visit(id, done, new LinkedHashSet<>()));
        return List.copyOf(done);
    }

    private void visit(String id, Set<String> done, Set<String> path) {
        if (done.contains(id)) {
            return;
        }
        if (path.add(id)) {
            Objects.requireNonNull(reads.get(id)).forEach(read -> visit(read, done, path));
            path.remove(id);
            done.add(id);
        } else {
            String circle = path.stream().dropWhile(p -> !p.equals(id)).collect(Collectors.joining(" → "));
            faults.add(Fault.of(
                    "TAG-1005",
                    "Tags read each other in a circle: %s → %s.".formatted(circle, id),
                    Objects.requireNonNull(tags.get(id)).where(),
                    "Let one of them read facts instead."));
        }
    }

    private CompiledTag compile(Tag tag, Map<String, CompiledTag> earlier) {
        Map<String, Expression> parsed = Objects.requireNonNull(expressions.get(tag.id()));
        Set<String> read = Objects.requireNonNull(reads.get(tag.id()));
        Set<String> columns = new TreeSet<>();
        parsed.values().forEach(e -> columns.addAll(sources.columns(e)));
        if (tag.kind() == TagKind.GRAPH) {
            columns.addAll(List.of("relations.other", "relations.relation", "relations.strength"));
        }
        Set<DataClass> data = EnumSet.noneOf(DataClass.class);
        columns.forEach(column -> data.add(sources.dataClass(column)));
        boolean everyone = tag.kind() == TagKind.BUCKET || tag.kind() == TagKind.RFM || isOfOthers(tag);
        for (String id : read) {
            CompiledTag behind = Objects.requireNonNull(earlier.get(id));
            data.addAll(behind.data());
            everyone |= behind.needsEveryone();
        }
        if (tag.kind().isGiven()) {
            data.addAll(tag.governance().data());
        }
        data.removeAll(HARMLESS);
        checkData(tag, data);
        return new CompiledTag(tag, parsed, read, columns, data, everyone);
    }

    private static boolean isOfOthers(Tag tag) {
        return tag.definition().measure().filter(Tag.GraphMeasure::isOfOthers).isPresent();
    }

    private void checkData(Tag tag, Set<DataClass> data) {
        if (data.contains(DataClass.BUREAU) && tag.governance().bureauPurpose().isBlank()) {
            faults.add(Fault.of(
                    "TAG-1006",
                    "Tag '%s' reads credit-bureau data without a purpose for it.".formatted(tag.id()),
                    tag.where(),
                    "State the authorised purpose as 'bureau_purpose', or read no bureau data"
                            + " (Credit Reporting Regulation 18-20)."));
        }
        if (data.contains(DataClass.BUREAU) && tag.governance().purposes().contains(TagPurpose.MARKETING)) {
            faults.add(Fault.of(
                    "TAG-1007",
                    "Tag '%s' would use credit-bureau data for marketing.".formatted(tag.id()),
                    tag.where(),
                    "Take 'marketing' from its purposes, or read no bureau data."));
        }
        if (!tag.kind().isGiven() && !data.equals(tag.governance().data())) {
            faults.add(Fault.of(
                    "TAG-1008",
                    "Tag '%s' does not declare the classes of the data it reads.".formatted(tag.id()),
                    tag.where(),
                    "Write 'data: [%s]'."
                            .formatted(
                                    data.isEmpty()
                                            ? "none"
                                            : data.stream()
                                                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                                                    .collect(Collectors.joining(", ")))));
        }
    }
}
