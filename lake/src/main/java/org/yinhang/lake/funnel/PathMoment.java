package org.yinhang.lake.funnel;

import java.util.List;
import java.util.OptionalInt;

/**
 * One thing an anonymous customer did.
 *
 * @param micros microseconds since the first step of the journey
 * @param table the table of the row
 * @param values what the row says in the columns the funnel reads, codes only
 * @param step the step of the journey it was, from 0; empty when it was none
 */
public record PathMoment(long micros, String table, List<Value> values, OptionalInt step) {

    public PathMoment {
        values = List.copyOf(values);
    }

    /**
     * A value.
     *
     * @param column the column
     * @param code its code
     */
    public record Value(String column, String code) {}
}
