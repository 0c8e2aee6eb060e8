package org.yinhang.customer.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * One customer of a snapshot, as of the end of a business day: nothing after it is seen. The numbers stand in the SQL as
 * literals, so that the engine skips every row group that cannot hold the customer.
 *
 * @param customer dense customer number
 * @param until microseconds since 1970 UTC, the first instant not seen
 * @param offsetSeconds of the bank's zone on that day
 */
record CustomerView(int customer, long until, int offsetSeconds) {

    static CustomerView of(int customer, LocalDate asOf, ZoneId zone) {
        ZonedDateTime end = asOf.plusDays(1).atStartOfDay(zone);
        ZoneOffset offset = end.getOffset();
        return new CustomerView(customer, end.toEpochSecond() * 1_000_000, offset.getTotalSeconds());
    }

    /** Every row of the customer in a state or fact table. */
    String rows(String table) {
        return String.format(
                Locale.ROOT,
                "SELECT * FROM %s WHERE customer = %d AND occurred_at < make_timestamp(%d)",
                table,
                customer,
                until);
    }

    /** The newest state of each thing of the customer in a state table. */
    String newest(String table) {
        return rows(table)
                + " QUALIFY row_number() OVER (PARTITION BY id ORDER BY occurred_at DESC, recorded_at DESC) = 1";
    }

    /** An instant column as the wall clock of the bank's zone. */
    String local(String column) {
        return String.format(Locale.ROOT, "(%s + to_seconds(%d))", column, offsetSeconds);
    }

    /** Microseconds of the instant some days before the end. */
    long before(int days) {
        return until - days * 86_400L * 1_000_000L;
    }
}
