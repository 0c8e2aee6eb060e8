package org.yinhang.tag;

import java.time.Instant;
import java.util.List;

/**
 * A file of values for a tag.
 *
 * @param tag the tag
 * @param file its name
 * @param taken how many customers got a value
 * @param rejects the lines that were not taken
 * @param broughtBy user name
 * @param broughtAt when
 */
public record TagImport(String tag, String file, int taken, List<Reject> rejects, String broughtBy, Instant broughtAt) {

    public TagImport {
        rejects = List.copyOf(rejects);
    }

    /**
     * A line that was not taken.
     *
     * @param line of the file, from 1
     * @param column customer, value or until
     * @param reason {@code unknown_customer}, {@code twice}, {@code no_value}, {@code no_day} or {@code past}
     */
    public record Reject(int line, String column, String reason) {}
}
