package org.yinhang.ingest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An administrator has moved the business date.
 *
 * @param date the day the bank now stands on; empty for that of the calendar
 * @param requestedBy the user name of who moved it
 */
public record BusinessDateMoved(Optional<LocalDate> date, String requestedBy) {}
