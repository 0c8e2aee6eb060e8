package org.yinhang.compliance.complaint;

import java.time.Instant;
import java.util.Optional;

/**
 * A complaint as it stands.
 *
 * @param id its number
 * @param customer customer number
 * @param entrance where it came in
 * @param subject what it is about
 * @param severity how serious
 * @param owner user name of who answers for it
 * @param takenAt when it came in, business time
 * @param talkBy when the customer must have heard from the bank
 * @param decideBy when it must be decided
 * @param talkedAt when the customer first heard from the bank
 * @param finding what the bank found; empty while it is open
 * @param decidedAt when
 * @param hold the hold that keeps marketing away while it is open
 */
public record Complaint(
        long id,
        int customer,
        Entrance entrance,
        ComplaintSubject subject,
        Severity severity,
        String owner,
        Instant takenAt,
        Instant talkBy,
        Instant decideBy,
        Optional<Instant> talkedAt,
        Optional<ComplaintFinding> finding,
        Optional<Instant> decidedAt,
        long hold) {

    /** Whether it is not decided yet. */
    public boolean isOpen() {
        return finding.isEmpty();
    }

    /** The clock that runs: to the first talk, then to the decision; empty once it is decided. */
    public Optional<Instant> dueBy() {
        if (!isOpen()) {
            return Optional.empty();
        }
        return Optional.of(talkedAt.isPresent() || decideBy.isBefore(talkBy) ? decideBy : talkBy);
    }

    /** Whether its clock has run out. */
    public boolean isLate(Instant now) {
        return dueBy().map(now::isAfter).orElse(false);
    }
}
