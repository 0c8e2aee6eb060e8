package org.yinhang.compliance.complaint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the bank stands with complaints.
 *
 * @param open not decided yet
 * @param serious of them serious
 * @param late of them past their clock
 * @param taken those of the last twelve months
 * @param decided of those decided
 * @param justified of those decided, in whole or in part for the customer
 * @param talkedInTime of those whose first talk is over or overdue, the talks that came in time
 * @param toBeTalked those whose first talk is over or overdue
 * @param usualWait median time to the first talk; empty where there was none
 * @param subjects those of the last twelve months by subject, the most frequent first
 */
public record ComplaintFigures(
        long open,
        long serious,
        long late,
        long taken,
        long decided,
        long justified,
        long talkedInTime,
        long toBeTalked,
        Optional<Duration> usualWait,
        List<SubjectCount> subjects) {

    public ComplaintFigures {
        subjects = List.copyOf(subjects);
    }

    /**
     * How many there were of a subject.
     *
     * @param subject what they were about
     * @param serious the serious ones
     * @param ordinary the others
     */
    public record SubjectCount(ComplaintSubject subject, long serious, long ordinary) {}
}
