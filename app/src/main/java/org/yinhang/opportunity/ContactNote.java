package org.yinhang.opportunity;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody records of a contact.
 *
 * @param key names the record: sent twice, it counts once
 * @param outcome how the contact ended
 * @param need what the customer told
 * @param objection what the customer had against it
 * @param next what was agreed
 * @param nextAt when, where it is not the usual time
 * @param note in the person's own words; kept encrypted
 * @param script which script was followed; empty for none
 * @param successCase number of the success case that was used; empty for none
 */
public record ContactNote(
        UUID key,
        CallOutcome outcome,
        Optional<Need> need,
        Optional<Objection> objection,
        NextStep next,
        Optional<LocalDateTime> nextAt,
        String note,
        Optional<ScriptVersion> script,
        Optional<Long> successCase) {

    /** Says nothing of what was written in the note. */
    @Override
    public String toString() {
        return "ContactNote[" + key + ", " + outcome.key() + ", " + next.key() + "]";
    }
}
