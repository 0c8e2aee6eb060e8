package org.yinhang.demobank;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yinhang.demobank.contact.ContactResult;

/**
 * What one more day brought.
 *
 * @param day the day that was played
 * @param rows new rows in the lake, by table
 * @param results the answer to every contact, by customer and then by the clock; contacts with customers who have not
 *     joined yet have none
 */
public record DayReport(LocalDate day, Map<String, Long> rows, List<ContactResult> results) {

    public DayReport {
        rows = Map.copyOf(rows);
        results = List.copyOf(results);
    }
}
