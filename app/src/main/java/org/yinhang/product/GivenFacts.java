package org.yinhang.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.lake.yaml.YamlNode;

/**
 * A customer as somebody describes them, for trying policies: values written as the predicate language writes them, words
 * without quotes, {@code null} for unknown.
 *
 * @param values by field
 */
public record GivenFacts(Map<String, Value> values) implements Facts {

    public GivenFacts {
        values = Map.copyOf(values);
    }

    /**
     * Reads what is given.
     *
     * @param given text by field
     * @throws org.yinhang.core.fault.FaultException PRD-4001 for every field that is not known, PRD-4002 for every value
     *     that is none of its field's
     */
    public static GivenFacts read(Map<String, String> given, Catalogue catalogue) {
        Faults faults = new Faults();
        Map<String, Value> values = new LinkedHashMap<>();
        given.forEach((name, text) -> {
            Optional<Field> field = catalogue.field(name);
            if (field.isEmpty()) {
                TreeSet<String> known = new TreeSet<>();
                catalogue.fields().forEach(f -> known.add(f.name()));
                String next = Suggestion.nearest(name, known)
                        .map("Did you mean '%s'?"::formatted)
                        .orElse("Name a tag or loan_purpose.");
                faults.add(Fault.of("PRD-4001", "Unknown field '%s'.".formatted(name), name, next));
            } else {
                value(field.get(), text.strip(), faults)
                        .ifPresent(value -> values.put(field.get().name(), value));
            }
        });
        faults.raise();
        return new GivenFacts(values);
    }

    /** What a map of a YAML file gives. */
    static Map<String, String> texts(YamlNode node) {
        Map<String, String> given = new LinkedHashMap<>();
        node.entries().forEach((field, text) -> given.put(field, text.text()));
        return given;
    }

    private static Optional<Value> value(Field field, String text, Faults faults) {
        if (text.isEmpty() || text.equals("null")) {
            return Optional.of(Value.missing());
        }
        if (field.type() == ValueType.TEXT) {
            return Optional.of(Value.of(code(field, text)));
        }
        try {
            if (Predicates.value(text, field.type(), Catalogue.ofFields(List.of())) instanceof Literal literal) {
                return Optional.of(literal.value());
            }
            faults.add(Fault.of("PRD-4002", "'%s' is no constant.".formatted(text), field.name(), "Give one value."));
        } catch (PredicateException e) {
            e.faults()
                    .faults()
                    .forEach(fault -> faults.add(Fault.of("PRD-4002", fault.what(), field.name(), fault.next())));
        }
        return Optional.empty();
    }

    /** A code may be given by its Chinese name. */
    private static String code(Field field, String text) {
        return field.values().entrySet().stream()
                .filter(entry -> entry.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
    }

    @Override
    public Value value(Leaf leaf) {
        return leaf instanceof Reference(var field)
                ? values.getOrDefault(field.name(), Value.missing())
                : Value.missing();
    }
}
