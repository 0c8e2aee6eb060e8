package org.yinhang.compliance.policy;

import java.util.OptionalInt;

/**
 * What is known of one customer at the instant of a touch. However it was fetched, one by one or a million at a time,
 * the guards see only this; whatever could not be found out is unknown, never guessed.
 */
public interface CustomerFacts {

    /** Whether there is a lawful basis to process their data: a contract, or consent to processing (PIPL 13). */
    Known authority();

    /** What they said to a question; unknown where their answers could not be read. */
    Known consent(ConsentScope question);

    /** Whether they agreed to a purpose through at least one channel; the question's own channel does not matter. */
    Known consentAnywhere(ConsentScope question);

    /** The same where only answers count that name the data class of the question themselves. */
    Known consentNaming(ConsentScope question);

    /** Whether they refused automated decisions. */
    Known refusedAutomation();

    /** Whether something holds every touch back. */
    Known held(HoldKind kind);

    /** Age in whole years. */
    OptionalInt age();

    /**
     * Touches that left the bank, of every campaign, in the last calendar days of the bank, today among them.
     *
     * @param channel one channel, or {@link ConsentScope#ANY} for all
     * @param days at least 1
     */
    OptionalInt touches(String channel, int days);

    /** Touches of this campaign so far. */
    OptionalInt attempts(String campaign);

    /** Whether the last touch ended in a refusal. */
    Known refusedLast();

    /** Whether they were touched by another campaign before. */
    Known touchedBefore();

    /** Whole days since that refusal; empty where there was none or nobody knows when. */
    OptionalInt daysSinceRefusal();

    /** Whole days since the last touch of another campaign; empty where there was none or nobody knows when. */
    OptionalInt daysSinceLast();

    /** Whether the ledger is held open for the row of this touch. */
    Known evidence();
}
