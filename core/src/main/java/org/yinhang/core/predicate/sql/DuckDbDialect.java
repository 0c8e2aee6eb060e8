package org.yinhang.core.predicate.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.CalendarUnit;
import org.yinhang.core.predicate.ScalarFunction;

/** DuckDB's words. */
final class DuckDbDialect implements SqlDialect {

    @Override
    public String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String pattern(String pattern) {
        return text(pattern);
    }

    @Override
    public String tryWhole(String expression) {
        return "TRY_CAST(%s AS BIGINT)".formatted(expression);
    }

    @Override
    public String shifted(String day, long steps, CalendarUnit unit) {
        return switch (unit) {
            case DAYS -> "(%s + CAST(%d AS INTEGER))".formatted(day, steps);
            case MONTHS -> "CAST(%s + to_months(%d) AS DATE)".formatted(day, steps);
            case YEARS -> "CAST(%s + to_months(%d) AS DATE)".formatted(day, 12 * steps);
        };
    }

    @Override
    public String later(String instant, long micros) {
        return "(%s + to_microseconds(%d))".formatted(instant, micros);
    }

    @Override
    public String call(ScalarFunction function, List<String> arguments) {
        return switch (function) {
            case CONTAINS, STARTS_WITH, ENDS_WITH, ABS, LEAST, GREATEST, COALESCE, LOWER, UPPER, LENGTH, LEFT ->
                function.word() + Sqls.list(arguments);
            case WEEKDAY -> "isodow" + Sqls.list(arguments);
            case HOUR, YEAR, MONTH, DAY -> function.word() + Sqls.list(arguments);
            case MONTH_START -> "CAST(date_trunc('month', %s) AS DATE)".formatted(arguments.getFirst());
            case DAYS_BETWEEN -> "date_diff('day', %s, %s)".formatted(arguments.get(0), arguments.get(1));
            case HAS -> "list_contains" + Sqls.list(arguments);
            case HAS_ANY -> "list_has_any(%s, %s)".formatted(arguments.getFirst(), array(arguments));
            case HAS_ALL -> "list_has_all(%s, %s)".formatted(arguments.getFirst(), array(arguments));
            case SIZE -> "len" + Sqls.list(arguments);
            case BUCKET, DATE, MONTHS_BETWEEN, AGE -> throw new IllegalArgumentException(function.word());
        };
    }

    private static String array(List<String> arguments) {
        return arguments.stream().skip(1).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String labels(List<String> labels) {
        return "list_filter([%s], lambda label: label IS NOT NULL)".formatted(String.join(", ", labels));
    }

    @Override
    public String noLabels() {
        return "CAST([] AS VARCHAR[])";
    }

    @Override
    public String newest(String value, boolean newest, String filter) {
        return "%s(%s, (occurred_at, id))%s".formatted(newest ? "arg_max" : "arg_min", value, filter);
    }

    @Override
    public String mode(String value, String filter) {
        return ("list_max(list_transform(map_entries(histogram(%s)%s),"
                        + " lambda e: struct_pack(n := e.value, k := e.key))).k")
                .formatted(value, filter);
    }

    @Override
    public String different(String value, String filter) {
        return "coalesce(list(DISTINCT %s)%s, %s)".formatted(value, filter, noLabels());
    }

    @Override
    public String sum(String value, String filter) {
        return "sum(CAST(%s AS BIGINT))%s".formatted(value, filter);
    }

    @Override
    public String newestRows(String table, String before) {
        return ("(SELECT * FROM %s WHERE occurred_at < %s QUALIFY row_number() OVER"
                        + " (PARTITION BY customer, id ORDER BY occurred_at DESC, recorded_at DESC) = 1)")
                .formatted(table, before);
    }
}
