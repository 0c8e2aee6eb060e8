package org.yinhang.campaign.onsite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing of an event's checklist.
 *
 * @param task what
 * @param owner who sees to it, a user name
 * @param due the day it is due
 * @param doneBy who did it; empty while it is not done
 * @param doneAt when
 * @param note what is to be known about it
 */
public record ChecklistEntry(
        EventTask task, String owner, LocalDate due, Optional<String> doneBy, Optional<Instant> doneAt, String note) {

    /** Whether its day is over and it is not done. */
    public boolean isLate(LocalDate today) {
        return doneBy.isEmpty() && today.isAfter(due);
    }
}
