package org.yinhang.compliance.complaint;

import java.time.Instant;
import java.util.Optional;

/** A complaint with one thing changed. */
record Draft(Complaint from) {

    Complaint heldBy(long hold) {
        return with(from.severity(), from.owner(), from.talkBy(), from.decideBy(), from.talkedAt(), hold);
    }

    Complaint talkedAt(Instant at) {
        return with(from.severity(), from.owner(), from.talkBy(), from.decideBy(), Optional.of(at), from.hold());
    }

    Complaint raised(Instant talkBy) {
        return with(Severity.SERIOUS, from.owner(), talkBy, from.decideBy(), from.talkedAt(), from.hold());
    }

    Complaint ownedBy(String user) {
        return with(from.severity(), user, from.talkBy(), from.decideBy(), from.talkedAt(), from.hold());
    }

    Complaint decideBy(Instant end) {
        return with(from.severity(), from.owner(), from.talkBy(), end, from.talkedAt(), from.hold());
    }

    Complaint reopened(Instant decideBy) {
        return with(from.severity(), from.owner(), from.talkBy(), decideBy, from.talkedAt(), from.hold());
    }

    Complaint decided(ComplaintFinding finding, Instant at) {
        return new Complaint(
                from.id(),
                from.customer(),
                from.entrance(),
                from.subject(),
                from.severity(),
                from.owner(),
                from.takenAt(),
                from.talkBy(),
                from.decideBy(),
                from.talkedAt(),
                Optional.of(finding),
                Optional.of(at),
                from.hold());
    }

    /** The same, open. */
    private Complaint with(
            Severity severity, String owner, Instant talkBy, Instant decideBy, Optional<Instant> talkedAt, long hold) {
        return new Complaint(
                from.id(),
                from.customer(),
                from.entrance(),
                from.subject(),
                severity,
                owner,
                from.takenAt(),
                talkBy,
                decideBy,
                talkedAt,
                Optional.empty(),
                Optional.empty(),
                hold);
    }
}
