package org.yinhang.compliance.policy;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.guard.StandardGuards;

/**
 * The one policy in the path of every touch, planned by the million or sent singly. Guards are asked in order, every
 * refusal is kept, and a guard that fails refuses under its own code.
 */
public final class ContactPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(ContactPolicy.class);

    private static final Verdict CLEARED = new Verdict.Cleared();

    private final List<Guard> guards;

    /**
     * A policy of these guards.
     *
     * @param guards in the order their reasons shall stand
     */
    public ContactPolicy(List<Guard> guards) {
        this.guards = List.copyOf(guards);
    }

    /** The fifteen guards of REGULATION. */
    public static ContactPolicy standard() {
        return new ContactPolicy(StandardGuards.inOrder());
    }

    /** The guards, in order. */
    public List<Guard> guards() {
        return guards;
    }

    /** The guards that can give a reason, and no others: to ask one question by itself, never to let a touch go. */
    public ContactPolicy only(ReasonCode code) {
        return new ContactPolicy(guards.stream()
                .filter(guard -> guard.card().codes().contains(code))
                .toList());
    }

    /** Asks every guard that the stage of the case has reached. */
    public Verdict decide(GuardCase asked) {
        Refusals refusals = new Refusals();
        for (Guard guard : guards) {
            if (asked.hasReached(guard.card().from())) {
                ask(guard, asked, refusals);
            }
        }
        return refusals.isEmpty() ? CLEARED : new Verdict.Withheld(refusals.list());
    }

    private static void ask(Guard guard, GuardCase asked, Refusals refusals) {
        try {
            guard.check(asked, refusals);
        } catch (RuntimeException e) {
            LOG.error("Guard {} failed; the touch is withheld", guard.card().number(), e);
            refusals.failed(guard.card().codes().getFirst());
        }
    }
}
