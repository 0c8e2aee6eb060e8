package org.yinhang.opportunity.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yinhang.opportunity.Opportunity;

/**
 * Customers handed over together.
 *
 * @param id its number
 * @param from whose customers all went; empty where customers were chosen one by one
 * @param receivers names of who got them, by code
 * @param lastDay the last business day; empty for good
 * @param reason why, in words
 * @param madeBy user name of the branch head
 * @param madeAt the business instant
 * @param madeOn the business day: it can be undone on this day
 * @param undoneAt when it was undone
 * @param returnedAt when its last day was over and customers went back
 * @param customers how many
 * @param opportunities how many open ones went, also those of customers who stay with whoever leads them
 * @param promised how many of these had a follow-up agreed
 * @param read how many customers were read about
 */
public record Handover(
        long id,
        Optional<Opportunity.Owner> from,
        String receivers,
        Optional<LocalDate> lastDay,
        String reason,
        String madeBy,
        Instant madeAt,
        LocalDate madeOn,
        Optional<Instant> undoneAt,
        Optional<Instant> returnedAt,
        int customers,
        int opportunities,
        int promised,
        int read) {

    /** How it stands. */
    public State state() {
        if (undoneAt.isPresent()) {
            return State.UNDONE;
        }
        return returnedAt.isPresent() ? State.RETURNED : State.IN_FORCE;
    }

    /** How a handover stands. */
    public enum State {
        /** Who received customers keeps them. */
        IN_FORCE,
        /** Its last day is over. */
        RETURNED,
        /** Whoever made it took it back. */
        UNDONE;

        /** The message key of its name. */
        public String messageKey() {
            return "handover.state." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether a user may take it back on a day. */
    public boolean mayBeUndone(String userName, LocalDate today) {
        return state() == State.IN_FORCE && madeBy.equals(userName) && madeOn.equals(today);
    }
}
