package org.yinhang.core.predicate.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.CalendarUnit;
import org.yinhang.core.predicate.ScalarFunction;

/** Spark SQL's words, for sessions in UTC. */
final class SparkDialect implements SqlDialect {

    @Override
    public String quoted(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }

    @Override
    public String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String pattern(String pattern) {
        return text(pattern.replace("\\", "\\\\"));
    }

    @Override
    public String tryWhole(String expression) {
        return "try_cast(%s AS BIGINT)".formatted(expression);
    }

    @Override
    public String shifted(String day, long steps, CalendarUnit unit) {
        return switch (unit) {
            case DAYS -> "date_add(%s, %d)".formatted(day, steps);
            case MONTHS -> "add_months(%s, %d)".formatted(day, steps);
            case YEARS -> "add_months(%s, %d)".formatted(day, 12 * steps);
        };
    }

    @Override
    public String later(String instant, long micros) {
        return "timestampadd(MICROSECOND, %d, %s)".formatted(micros, instant);
    }

    @Override
    public String call(ScalarFunction function, List<String> arguments) {
        return switch (function) {
            case ABS, LEAST, GREATEST, COALESCE, LOWER, UPPER, LENGTH, LEFT, CONTAINS, HOUR, YEAR, MONTH, DAY ->
                function.word() + Sqls.list(arguments);
            case STARTS_WITH -> "startswith" + Sqls.list(arguments);
            case ENDS_WITH -> "endswith" + Sqls.list(arguments);
            case WEEKDAY -> "(weekday(%s) + 1)".formatted(arguments.getFirst());
            case MONTH_START -> "trunc(%s, 'MM')".formatted(arguments.getFirst());
            case DAYS_BETWEEN -> "datediff(%s, %s)".formatted(arguments.get(1), arguments.get(0));
            case HAS -> "array_contains" + Sqls.list(arguments);
            case HAS_ANY -> "arrays_overlap(%s, %s)".formatted(arguments.getFirst(), array(arguments));
            case HAS_ALL -> "(size(array_except(%s, %s)) = 0)".formatted(array(arguments), arguments.getFirst());
            case SIZE -> "size" + Sqls.list(arguments);
            case BUCKET, DATE, MONTHS_BETWEEN, AGE -> throw new IllegalArgumentException(function.word());
        };
    }

    private static String array(List<String> arguments) {
        return arguments.stream().skip(1).collect(Collectors.joining(", ", "array(", ")"));
    }

    @Override
    public String labels(List<String> labels) {
        return "array_compact(array(%s))".formatted(String.join(", ", labels));
    }

    @Override
    public String noLabels() {
        return "CAST(array() AS ARRAY<STRING>)";
    }

    @Override
    public String newest(String value, boolean newest, String filter) {
        return "%s(%s, struct(occurred_at, id))%s".formatted(newest ? "max_by" : "min_by", value, filter);
    }

    @Override
    public String mode(String value, String filter) {
        return ("transform(array(collect_list(%s)%s), l -> array_max(transform(array_distinct(l),"
                        + " v -> struct(size(filter(l, y -> y = v)) AS n, v AS k))).k)[0]")
                .formatted(value, filter);
    }

    @Override
    public String different(String value, String filter) {
        return "collect_set(%s)%s".formatted(value, filter);
    }

    @Override
    public String sum(String value, String filter) {
        return "sum(CAST(%s AS DECIMAL(38, 0)))%s".formatted(value, filter);
    }

    @Override
    public String newestRows(String table, String before) {
        return ("(SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY customer, id"
                        + " ORDER BY occurred_at DESC, recorded_at DESC) AS newest FROM %s WHERE occurred_at < %s)"
                        + " WHERE newest = 1)")
                .formatted(table, before);
    }
}
