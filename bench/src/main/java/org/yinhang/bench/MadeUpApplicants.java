package org.yinhang.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.AnyOf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.product.PolicyBook;
import org.yinhang.product.PolicyTable;

/**
 * Applicants drawn at the edges of decision tables: every field takes the constants it is compared with, their neighbours, and
 * is missing for some. So every row is met, and every comparison from both sides.
 */
final class MadeUpApplicants {

    private static final double MISSING = 0.08;
    private static final double STEP = 0.001;

    private final Map<String, List<Value>> choices = new LinkedHashMap<>();

    MadeUpApplicants(PolicyBook book, Catalogue catalogue) {
        for (PolicyTable table : book.tables()) {
            CompiledTable.compile(table.table(), catalogue).rows().forEach(row -> {
                gather(row.condition());
                row.outcomes().values().forEach(this::gather);
            });
        }
    }

    private void gather(Expression expression) {
        List<Reference> fields = new ArrayList<>();
        List<Literal> constants = new ArrayList<>();
        expression.children().forEach(child -> split(child, fields, constants));
        if (expression instanceof AnyOf(Expression _, List<Literal> words)) {
            constants.addAll(words);
        }
        if (expression instanceof Reference reference) {
            fields.add(reference);
        }
        for (Reference reference : fields) {
            List<Value> known =
                    choices.computeIfAbsent(reference.field().name(), _ -> new ArrayList<>(usual(reference.type())));
            constants.stream()
                    .filter(constant -> isKind(constant.value(), reference.type()))
                    .forEach(constant -> known.addAll(around(constant.value())));
        }
        expression.children().forEach(this::gather);
    }

    /** A field and a constant may stand one coalesce apart. */
    private static void split(Expression expression, List<Reference> fields, List<Literal> constants) {
        switch (expression) {
            case Reference reference -> fields.add(reference);
            case Literal literal -> constants.add(literal);
            case Expression.Call call -> call.arguments().forEach(argument -> split(argument, fields, constants));
            case Expression.Widened widened -> split(widened.whole(), fields, constants);
            default -> {}
        }
    }

    /** A factor beside an amount is no amount. */
    private static boolean isKind(Value value, ValueType type) {
        return switch (value) {
            case Value.Whole _ -> type.isWhole();
            case Value.Real _ -> type == ValueType.NUMBER;
            case Value.Text _ -> type == ValueType.TEXT;
            case Value.Truth _ -> type == ValueType.TRUTH;
            case Value.Labels _, Value.Missing _ -> false;
        };
    }

    private static List<Value> usual(ValueType type) {
        return switch (type) {
            case TRUTH -> List.of(Value.of(true), Value.of(false));
            case TEXT -> List.of(Value.of("other"));
            case NUMBER -> List.of(Value.of(0.02));
            case MONEY -> List.of(Value.of(1_500_000L));
            case INTEGER, RATE, DATE, MOMENT -> List.of(Value.of(1L), Value.of(35L));
            case SET, NOTHING -> List.of();
        };
    }

    private static List<Value> around(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> List.of(Value.of(whole - 1), value, Value.of(whole + 1));
            case Value.Real(double real) -> List.of(Value.of(real - STEP), value, Value.of(real + STEP));
            case Value.Text _, Value.Truth _ -> List.of(value);
            case Value.Labels _, Value.Missing _ -> List.of();
        };
    }

    /** Draws applicants: values by field, what is missing left out. */
    List<Map<String, Value>> draw(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Map<String, Value>> applicants = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Map<String, Value> values = new HashMap<>();
            choices.forEach((field, known) -> {
                if (random.nextDouble() >= MISSING) {
                    values.put(field, known.get(random.nextInt(known.size())));
                }
            });
            applicants.add(values);
        }
        return applicants;
    }
}
