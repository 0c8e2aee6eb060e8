package org.yinhang.core.predicate.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Arithmetic;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Expression.Shifted;
import org.yinhang.core.predicate.Expression.Today;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ScalarFunction;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/**
 * Writes an expression as a SQL expression over columns that stand for its leaves: whole numbers as integers, days as
 * DATE, instants as TIMESTAMP, texts as VARCHAR, sets as lists of texts.
 */
public final class SqlWriter {

    private final SqlDialect dialect;
    private final AsOf asOf;
    private final Function<Leaf, String> names;

    SqlWriter(SqlDialect dialect, AsOf asOf, Function<Leaf, String> names) {
        this.dialect = dialect;
        this.asOf = asOf;
        this.names = names;
    }

    /** A writer of DuckDB's SQL; {@code names} gives the SQL that reads a leaf. */
    public static SqlWriter duckDb(AsOf asOf, Function<Leaf, String> names) {
        return new SqlWriter(new DuckDbDialect(), asOf, names);
    }

    /** A writer of Spark's SQL for a session in UTC; {@code names} gives the SQL that reads a leaf. */
    public static SqlWriter spark(AsOf asOf, Function<Leaf, String> names) {
        return new SqlWriter(new SparkDialect(), asOf, names);
    }

    /** The select item that computes an aggregate over the rows of {@link #rows}, grouped by customer. */
    public String aggregate(Aggregate aggregate) {
        return new AggregateSql(dialect, asOf).item(aggregate);
    }

    /** What an aggregate is for a customer without a single row. */
    public String absent(Aggregate aggregate) {
        return switch (aggregate.function()) {
            case COUNT, SUM, DISTINCT -> "0";
            case EXISTS -> "FALSE";
            case LABELS -> dialect.noLabels();
            case AVG, MIN, MAX, FIRST, LAST, MODE -> "NULL";
        };
    }

    /** The rows of a table that aggregates see: of events those before the as-of day, of states the newest ones. */
    public String rows(FactTable table) {
        return new AggregateSql(dialect, asOf).rows(table);
    }

    /** The SQL of an expression. */
    public String write(Expression expression) {
        return switch (expression) {
            case Leaf leaf -> names.apply(leaf);
            case Literal literal -> literal(literal);
            case Today today -> day(asOf.day());
            case Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Widened widened -> real(widened.whole());
            case Shifted shifted -> shifted(shifted);
            case Call call -> call(call);
            case Expression.Case cases -> cases(cases);
            case Expression.Labelled labelled -> labels(labelled);
            case Expression.Comparison c ->
                "(%s %s %s)".formatted(write(c.left()), c.operator().symbol(), write(c.right()));
            case Expression.Between b ->
                "(%s BETWEEN %s AND %s)".formatted(write(b.value()), write(b.low()), write(b.high()));
            case Expression.AnyOf anyOf ->
                "(%s IN %s)".formatted(write(anyOf.value()), Sqls.list(all(anyOf.choices())));
            case Expression.Like like -> "(%s LIKE %s)".formatted(write(like.value()), dialect.pattern(like.pattern()));
            case Expression.IsMissing missing -> "(%s IS NULL)".formatted(write(missing.value()));
            case Expression.And and -> joined(and.conditions(), " AND ");
            case Expression.Or or -> joined(or.conditions(), " OR ");
            case Expression.Not not -> "(NOT %s)".formatted(write(not.condition()));
        };
    }

    /** A step from the as-of day is a constant the engine can prune by. */
    private String shifted(Shifted shifted) {
        return shifted.day() instanceof Today
                ? day(shifted.unit().after(asOf.day(), shifted.steps()))
                : dialect.shifted(write(shifted.day()), shifted.steps(), shifted.unit());
    }

    private String joined(List<Expression> conditions, String word) {
        return conditions.stream().map(this::write).collect(Collectors.joining(word, "(", ")"));
    }

    private List<String> all(List<? extends Expression> expressions) {
        return expressions.stream().map(this::write).toList();
    }

    private String literal(Literal literal) {
        return switch (literal.value()) {
            case Value.Missing missing -> "CAST(NULL AS %s)".formatted(sqlType(literal.type()));
            case Value.Truth truth -> truth.value() ? "TRUE" : "FALSE";
            case Value.Text text -> dialect.text(text.value());
            case Value.Real real -> "CAST('%s' AS DOUBLE)".formatted(real.value());
            case Value.Whole whole ->
                literal.type() == ValueType.DATE
                        ? day(LocalDate.ofEpochDay(whole.value()))
                        : "CAST(%d AS BIGINT)".formatted(whole.value());
            case Value.Labels labels -> throw new IllegalArgumentException("A set is no constant.");
        };
    }

    private static String sqlType(ValueType type) {
        return switch (type) {
            case TRUTH -> "BOOLEAN";
            case INTEGER, MONEY, RATE -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case TEXT -> "STRING";
            case DATE -> "DATE";
            case MOMENT -> "TIMESTAMP";
            case SET, NOTHING -> "INTEGER";
        };
    }

    private static String day(LocalDate day) {
        return "DATE '%s'".formatted(day);
    }

    private String whole(Expression expression) {
        return "CAST(%s AS BIGINT)".formatted(write(expression));
    }

    private String real(Expression expression) {
        return "CAST(%s AS DOUBLE)".formatted(write(expression));
    }

    private String arithmetic(Arithmetic a) {
        String result =
                switch (a.operator()) {
                    case PLUS, MINUS -> sum(a);
                    case TIMES -> product(a);
                    case DIVIDED_BY -> "(%s / nullif(%s, 0))".formatted(real(a.left()), real(a.right()));
                };
        boolean scaled =
                switch (a.operator()) {
                    case PLUS, MINUS -> false;
                    case TIMES, DIVIDED_BY -> a.type().isWhole();
                };
        return scaled ? dialect.tryWhole("round(%s)".formatted(result)) : result;
    }

    private String sum(Arithmetic a) {
        boolean whole = a.type().isWhole();
        return "(%s %s %s)"
                .formatted(
                        whole ? whole(a.left()) : real(a.left()),
                        a.operator().symbol(),
                        whole ? whole(a.right()) : real(a.right()));
    }

    private String product(Arithmetic a) {
        String product = "(%s * %s)".formatted(real(a.left()), real(a.right()));
        boolean rateOfMoney = a.left().type() != a.right().type()
                && a.left().type() != ValueType.NUMBER
                && a.right().type() != ValueType.NUMBER
                && a.left().type() != ValueType.INTEGER
                && a.right().type() != ValueType.INTEGER;
        return rateOfMoney ? "(%s / CAST('1000000' AS DOUBLE))".formatted(product) : product;
    }

    private String call(Call call) {
        List<String> arguments = all(call.arguments());
        String first = arguments.getFirst();
        return switch (call.function()) {
            case ABS ->
                "abs(%s)"
                        .formatted(
                                call.type().isWhole() ? whole(call.arguments().getFirst()) : first);
            case DATE -> "CAST(%s AS DATE)".formatted(dialect.later(first, asOf.offset()));
            case HOUR -> dialect.call(ScalarFunction.HOUR, List.of(dialect.later(first, asOf.offset())));
            case BUCKET -> bucket(arguments);
            case MONTHS_BETWEEN -> monthsBetween(first, arguments.get(1));
            case AGE -> age(first);
            case LEAST,
                    GREATEST,
                    COALESCE,
                    LOWER,
                    UPPER,
                    LENGTH,
                    LEFT,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    YEAR,
                    MONTH,
                    DAY,
                    WEEKDAY,
                    MONTH_START,
                    DAYS_BETWEEN,
                    HAS,
                    HAS_ANY,
                    HAS_ALL,
                    SIZE -> dialect.call(call.function(), arguments);
        };
    }

    private static String bucket(List<String> arguments) {
        String value = arguments.getFirst();
        StringBuilder sql = new StringBuilder("CASE");
        for (int i = 1; i < arguments.size(); i++) {
            sql.append(" WHEN %s < %s THEN %d".formatted(value, arguments.get(i), i - 1));
        }
        return sql.append(" WHEN %s IS NOT NULL THEN %d END".formatted(value, arguments.size() - 1))
                .toString();
    }

    private static String monthsBetween(String from, String to) {
        return "((year(%2$s) - year(%1$s)) * 12 + month(%2$s) - month(%1$s)".formatted(from, to)
                + " - CASE WHEN day(%2$s) < day(%1$s) THEN 1 ELSE 0 END)".formatted(from, to);
    }

    private String age(String day) {
        LocalDate today = asOf.day();
        return "(%d - year(%s) - CASE WHEN month(%s) * 100 + day(%s) > %d THEN 1 ELSE 0 END)"
                .formatted(today.getYear(), day, day, day, today.getMonthValue() * 100 + today.getDayOfMonth());
    }

    private String cases(Expression.Case cases) {
        List<String> parts = new ArrayList<>(List.of("CASE"));
        cases.branches().forEach(b -> parts.add("WHEN %s THEN %s".formatted(write(b.condition()), write(b.value()))));
        cases.otherwise().ifPresent(otherwise -> parts.add("ELSE " + write(otherwise)));
        parts.add("END");
        return String.join(" ", parts);
    }

    private String labels(Expression.Labelled labelled) {
        return dialect.labels(labelled.branches().stream()
                .map(b -> "CASE WHEN %s THEN %s END".formatted(write(b.condition()), write(b.value())))
                .toList());
    }

    /** Reads a column of a fact by its own name, as it was known on the as-of day. */
    static String column(SqlDialect dialect, AsOf asOf, FactTable table, Leaf leaf) {
        Field field =
                switch (leaf) {
                    case Reference reference -> reference.field();
                    case Aggregate inner -> throw new IllegalArgumentException("An aggregate reads columns only.");
                    case Expression.Member member ->
                        throw new IllegalArgumentException("An aggregate reads columns only.");
                };
        String name = dialect.quoted(field.name());
        return field.knownLater() && table.knownAt().isPresent()
                ? "CASE WHEN coalesce(%s, occurred_at) < %s THEN %s END"
                        .formatted(dialect.quoted(table.knownAt().get()), AggregateSql.instant(asOf.start()), name)
                : name;
    }
}
