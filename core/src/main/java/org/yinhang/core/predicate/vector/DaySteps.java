package org.yinhang.core.predicate.vector;

import java.time.LocalDate;
import java.util.function.LongUnaryOperator;
import org.yinhang.core.predicate.CalendarUnit;
import org.yinhang.core.predicate.Days;
import org.yinhang.core.predicate.Expression.Shifted;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** Days of the calendar, row by row. */
final class DaySteps {

    private DaySteps() {}

    static Step shifted(Shifted shifted, Step day) {
        return shifted.unit() == CalendarUnit.DAYS
                ? each(day, value -> value + shifted.steps())
                : each(day, value -> shifted.unit()
                        .after(LocalDate.ofEpochDay(value), shifted.steps())
                        .toEpochDay());
    }

    /** A whole number from each whole number; missing stays missing. */
    static Step each(Step value, LongUnaryOperator function) {
        return batch -> {
            long[] from = Columns.wholes(value.of(batch));
            long[] to = new long[batch.size()];
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i] == Vector.MISSING ? Vector.MISSING : function.applyAsLong(from[i]);
            }
            return new Vector.Wholes(to);
        };
    }

    /** A whole number from each pair of days; missing if one is. */
    static Step daysBetween(Step from, Step to) {
        return batch -> {
            long[] a = Columns.wholes(from.of(batch));
            long[] b = Columns.wholes(to.of(batch));
            long[] days = new long[batch.size()];
            for (int i = 0; i < days.length; i++) {
                days[i] = a[i] == Vector.MISSING || b[i] == Vector.MISSING ? Vector.MISSING : b[i] - a[i];
            }
            return new Vector.Wholes(days);
        };
    }

    static Step monthsBetween(Step from, Step to) {
        return batch -> {
            long[] a = Columns.wholes(from.of(batch));
            long[] b = Columns.wholes(to.of(batch));
            long[] months = new long[batch.size()];
            for (int i = 0; i < months.length; i++) {
                boolean missing = a[i] == Vector.MISSING || b[i] == Vector.MISSING;
                months[i] = missing ? Vector.MISSING : Days.monthsBetween(a[i], b[i]);
            }
            return new Vector.Wholes(months);
        };
    }
}
