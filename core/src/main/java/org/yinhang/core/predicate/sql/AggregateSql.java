package org.yinhang.core.predicate.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.predicate.AggregateFunction;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.Window;

/** Aggregates as select items with a filter, over the rows of one table grouped by customer. */
final class AggregateSql {

    private final SqlDialect dialect;
    private final AsOf asOf;

    AggregateSql(SqlDialect dialect, AsOf asOf) {
        this.dialect = dialect;
        this.asOf = asOf;
    }

    String rows(FactTable table) {
        String name = dialect.quoted(table.name());
        return table.state()
                ? dialect.newestRows(name, instant(asOf.start()))
                : "(SELECT * FROM %s WHERE occurred_at < %s)".formatted(name, instant(asOf.start()));
    }

    String item(Aggregate aggregate) {
        SqlWriter inside = inside(aggregate.table());
        String value = aggregate.argument().map(inside::write).orElse("1");
        String filter = filter(aggregate, inside, value);
        return switch (aggregate.function()) {
            case COUNT -> "count(*)" + filter;
            case EXISTS -> "(count(*)%s > 0)".formatted(filter);
            case SUM -> dialect.tryWhole("coalesce(%s, 0)".formatted(dialect.sum(value, filter)));
            case AVG -> average(aggregate, value, filter);
            case MIN, MAX -> "%s(%s)%s".formatted(aggregate.function().word(), value, filter);
            case FIRST, LAST -> dialect.newest(value, aggregate.function() == AggregateFunction.LAST, filter);
            case MODE -> dialect.mode(value, filter);
            case DISTINCT -> "count(DISTINCT %s)%s".formatted(value, filter);
            case LABELS -> dialect.different(value, filter);
        };
    }

    private SqlWriter inside(FactTable table) {
        return new SqlWriter(dialect, asOf, leaf -> SqlWriter.column(dialect, asOf, table, leaf));
    }

    private String average(Aggregate aggregate, String value, String filter) {
        String sum = dialect.tryWhole(dialect.sum(value, filter));
        String average = "(CAST(%s AS DOUBLE) / nullif(count(%s)%s, 0))".formatted(sum, value, filter);
        return aggregate.type() == ValueType.NUMBER ? average : dialect.tryWhole("round(%s)".formatted(average));
    }

    private String filter(Aggregate aggregate, SqlWriter inside, String value) {
        List<String> conditions = new ArrayList<>();
        if (!(aggregate.window() instanceof Window.All)) {
            aggregate.window().from(asOf.day()).ifPresent(from -> conditions.add("occurred_at >= " + startOf(from)));
            conditions.add("occurred_at < " + startOf(aggregate.window().until(asOf.day())));
        }
        aggregate.where().map(inside::write).ifPresent(conditions::add);
        if (aggregate.argument().isPresent()) {
            conditions.add("%s IS NOT NULL".formatted(value));
        }
        return conditions.isEmpty() ? "" : " FILTER (WHERE %s)".formatted(String.join(" AND ", conditions));
    }

    private String startOf(LocalDate day) {
        return instant(asOf.startOf(day));
    }

    /** An instant of microseconds since 1970 as a literal. */
    static String instant(long micros) {
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return "TIMESTAMP '%s'"
                .formatted(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                        .toString()
                        .replace('T', ' '));
    }
}
