package org.yinhang.opportunity;

import java.util.List;

/**
 * Somebody's day: whom first, why, what next.
 *
 * @param now what to do today, in order: as many as calls are left
 * @param later what the rest of the open opportunities are, in the same order
 * @param waiting how many have a follow-up on a later day
 * @param followUps how many of today's were promised
 * @param overdue how many have no contact although their clock ran out
 * @param called calls made today
 * @param quota calls a day
 * @param isGoodHour whether customers like to be called now
 * @param goodHours when they do
 */
public record Day(
        List<DayItem> now,
        List<DayItem> later,
        int waiting,
        int followUps,
        int overdue,
        int called,
        int quota,
        boolean isGoodHour,
        List<WorkSettings.Hours> goodHours) {

    public Day {
        now = List.copyOf(now);
        later = List.copyOf(later);
        goodHours = List.copyOf(goodHours);
    }
}
