package org.yinhang.core.audience;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ScalarFunction;
import org.yinhang.core.predicate.Value;

/**
 * A text a condition asks for that no customer has: not wrong, and seldom what was meant, as nobody is found or left out by it.
 *
 * @param field the tag it is held against
 * @param text the value nobody has
 */
public record UnseenValue(Field field, String text) {

    private static final Set<ScalarFunction> LABELS =
            EnumSet.of(ScalarFunction.HAS, ScalarFunction.HAS_ANY, ScalarFunction.HAS_ALL);

    /** Those of an expression, in the order they are met; a text held against no tag of the index is not looked at. */
    public static List<UnseenValue> of(Expression expression, Index index) {
        Set<UnseenValue> found = new LinkedHashSet<>();
        gather(expression, index, found);
        return List.copyOf(found);
    }

    private static void gather(Expression expression, Index index, Set<UnseenValue> found) {
        List<Expression> children = expression.children();
        Stream<? extends Expression> constants =
                switch (expression) {
                    case Expression.Comparison comparison -> children.stream();
                    case Expression.AnyOf choice -> choice.choices().stream();
                    case Expression.Call call when LABELS.contains(call.function()) -> children.stream();
                    case Expression other -> Stream.empty();
                };
        List<? extends Expression> texts = constants.toList();
        children.stream()
                .filter(Reference.class::isInstance)
                .map(child -> ((Reference) child).field())
                .forEach(field -> index.column(field.name())
                        .ifPresent(column -> texts.forEach(constant -> {
                            if (constant instanceof Literal(var type, Value.Text(String text))
                                    && !isSeen(column, text)) {
                                found.add(new UnseenValue(field, text));
                            }
                        })));
        children.forEach(child -> gather(child, index, found));
    }

    private static boolean isSeen(IndexColumn column, String text) {
        int code = column.dictionary().find(text);
        return code >= 0 && (!column.isKeyed() || column.counts().getOrDefault((long) code, 0L) > 0);
    }
}
