package org.yinhang.core.predicate.sql;

import java.util.List;
import org.yinhang.core.predicate.CalendarUnit;
import org.yinhang.core.predicate.ScalarFunction;

/** What the engines spell differently. Arguments are SQL already. */
sealed interface SqlDialect permits DuckDbDialect, SparkDialect {

    String quoted(String identifier);

    String text(String text);

    /** A pattern as a literal in which nothing but {@code %} and {@code _} is special. */
    String pattern(String pattern);

    String tryWhole(String expression);

    String shifted(String day, long steps, CalendarUnit unit);

    /** An instant moved by microseconds. */
    String later(String instant, long micros);

    String call(ScalarFunction function, List<String> arguments);

    /** The labels that are not null, as a list. */
    String labels(List<String> labels);

    String noLabels();

    /** The value of the newest (or oldest) row by (occurred_at, id). */
    String newest(String value, boolean newest, String filter);

    /** The most frequent value, of equally frequent ones the last. */
    String mode(String value, String filter);

    /** The different values as a list. */
    String different(String value, String filter);

    /** An exact sum that does not overflow. */
    String sum(String value, String filter);

    /** Of each id of a customer, the newest row before an instant. */
    String newestRows(String table, String before);
}
