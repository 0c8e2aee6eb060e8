package org.yinhang.core.predicate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.Expression.Branch;
import org.yinhang.core.predicate.Expression.Literal;

/** Writes an expression as text again: reading it gives the same expression. */
public final class ExpressionText {

    /** A name that needs no quotes. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.·]*");

    /** How tightly an operator binds; a looser one inside a tighter one needs brackets. */
    private static final int OR = 1;

    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int CONDITION = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int ATOM = 7;

    private ExpressionText() {}

    public static String of(Expression expression) {
        return switch (expression) {
            case Expression.Reference reference -> name(reference.field().name());
            case Expression.Aggregate aggregate -> aggregate(aggregate);
            case Expression.Member member ->
                "customer in %s %s"
                        .formatted(member.kind() == Membership.LIST ? "list" : "audience", quoted(member.name()));
            case Literal literal -> literal(literal);
            case Expression.Today today -> "as_of";
            case Expression.Arithmetic a -> arithmetic(a);
            case Expression.Widened widened -> of(widened.whole());
            case Expression.Shifted shifted ->
                "%s %s %d %s"
                        .formatted(
                                inside(shifted.day(), SUM),
                                shifted.steps() < 0 ? "-" : "+",
                                Math.abs(shifted.steps()),
                                shifted.unit().word());
            case Expression.Call call -> "%s(%s)".formatted(call.function().word(), list(call.arguments()));
            case Expression.Case cases -> cases(cases);
            case Expression.Labelled labelled ->
                labelled.branches().stream()
                        .map(b -> of(b.value()) + " when " + of(b.condition()))
                        .collect(Collectors.joining(", ", "set(", ")"));
            case Expression.Comparison c ->
                "%s %s %s".formatted(inside(c.left(), SUM), c.operator().symbol(), inside(c.right(), SUM));
            case Expression.Between b -> between(b, "");
            case Expression.AnyOf a -> anyOf(a, "");
            case Expression.Like like -> like(like, "");
            case Expression.IsMissing missing -> inside(missing.value(), SUM) + " is null";
            case Expression.And and -> joined(and.conditions(), " and ", NOT);
            case Expression.Or or -> joined(or.conditions(), " or ", AND);
            case Expression.Not not -> not(not.condition());
        };
    }

    private static String not(Expression condition) {
        return switch (condition) {
            case Expression.Between b -> between(b, "not ");
            case Expression.AnyOf a -> anyOf(a, "not ");
            case Expression.Like like -> like(like, "not ");
            case Expression.IsMissing missing -> inside(missing.value(), SUM) + " is not null";
            case Expression.Member member -> of(member).replaceFirst("customer in", "customer not in");
            default -> "not " + inside(condition, NOT);
        };
    }

    private static String between(Expression.Between b, String not) {
        return "%s %sbetween %s and %s"
                .formatted(inside(b.value(), SUM), not, inside(b.low(), SUM), inside(b.high(), SUM));
    }

    private static String anyOf(Expression.AnyOf a, String not) {
        return "%s %sin (%s)".formatted(inside(a.value(), SUM), not, list(a.choices()));
    }

    private static String like(Expression.Like like, String not) {
        return "%s %slike %s".formatted(inside(like.value(), SUM), not, quoted(like.pattern()));
    }

    private static String arithmetic(Expression.Arithmetic a) {
        int level = level(a);
        return "%s %s %s".formatted(inside(a.left(), level), a.operator().symbol(), inside(a.right(), level + 1));
    }

    private static String cases(Expression.Case cases) {
        StringBuilder text = new StringBuilder("case");
        for (Branch branch : cases.branches()) {
            text.append(" when ")
                    .append(of(branch.condition()))
                    .append(" then ")
                    .append(of(branch.value()));
        }
        cases.otherwise().ifPresent(otherwise -> text.append(" else ").append(of(otherwise)));
        return text.append(" end").toString();
    }

    private static String aggregate(Expression.Aggregate a) {
        String argument = a.argument().map(e -> of(e) + " from ").orElse("");
        String where = a.where().map(e -> " where " + of(e)).orElse("");
        return "%s(%s%s%s)%s"
                .formatted(a.function().word(), argument, name(a.table().name()), where, window(a.window()));
    }

    private static String window(Window window) {
        return switch (window) {
            case Window.All all -> "";
            case Window.Last last ->
                " over last %d %s".formatted(last.length(), last.unit().word());
            case Window.Between b ->
                " over %d to %d %s ago"
                        .formatted(b.newest(), b.oldest(), b.unit().word());
        };
    }

    private static String literal(Literal literal) {
        return switch (literal.value()) {
            case Value.Missing missing -> "null";
            case Value.Truth truth -> Boolean.toString(truth.value());
            case Value.Text text -> quoted(text.value());
            case Value.Real real -> BigDecimal.valueOf(real.value()).toPlainString();
            case Value.Whole whole -> whole(literal.type(), whole.value());
            case Value.Labels labels ->
                labels.value().stream().map(ExpressionText::quoted).collect(Collectors.joining(", "));
        };
    }

    private static String whole(ValueType type, long value) {
        return switch (type) {
            case MONEY -> plain(BigDecimal.valueOf(value, 2));
            case RATE -> plain(BigDecimal.valueOf(value, 4)) + "%";
            case DATE -> "date '%s'".formatted(LocalDate.ofEpochDay(value));
            case TRUTH, INTEGER, NUMBER, TEXT, MOMENT, SET, NOTHING -> Long.toString(value);
        };
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static String joined(List<Expression> conditions, String word, int level) {
        return conditions.stream().map(c -> inside(c, level)).collect(Collectors.joining(word));
    }

    private static String list(List<? extends Expression> expressions) {
        return expressions.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
    }

    private static String inside(Expression expression, int level) {
        return level(expression) < level ? "(" + of(expression) + ")" : of(expression);
    }

    private static int level(Expression expression) {
        return switch (expression) {
            case Expression.Or or -> OR;
            case Expression.And and -> AND;
            case Expression.Not not -> NOT;
            case Expression.Member member -> CONDITION;
            case Expression.Condition condition -> CONDITION;
            case Expression.Shifted shifted -> SUM;
            case Expression.Arithmetic a ->
                a.operator() == ArithmeticOperator.PLUS || a.operator() == ArithmeticOperator.MINUS ? SUM : PRODUCT;
            case Expression.Widened widened -> level(widened.whole());
            case Expression.Leaf leaf -> ATOM;
            case Literal literal -> ATOM;
            case Expression.Today today -> ATOM;
            case Expression.Call call -> ATOM;
            case Expression.Case cases -> ATOM;
            case Expression.Labelled labelled -> ATOM;
        };
    }

    private static String name(String name) {
        boolean plain = PLAIN.matcher(name).matches();
        return plain && !Words.isReserved(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
