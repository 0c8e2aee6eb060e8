package org.yinhang.opportunity;

import java.time.Instant;
import java.util.Optional;

/**
 * A contact somebody recorded.
 *
 * @param at the business instant
 * @param staff who made it
 * @param way how
 * @param outcome how it ended
 * @param need what the customer told
 * @param objection what the customer had against it
 * @param next what was agreed
 * @param note in the person's own words; empty for none
 * @param isOutgoing whether the bank called
 */
public record ContactRecord(
        Instant at,
        String staff,
        ContactWay way,
        CallOutcome outcome,
        Optional<Need> need,
        Optional<Objection> objection,
        NextStep next,
        String note,
        boolean isOutgoing) {}
