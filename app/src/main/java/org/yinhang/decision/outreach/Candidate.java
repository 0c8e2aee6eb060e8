package org.yinhang.decision.outreach;

import java.util.BitSet;
import java.util.List;

/**
 * One customer as a plan sees them.
 *
 * @param customer customer number
 * @param slot position of the slot that suits them
 * @param people whose time a contact by people draws on, as codes
 * @param shares which of the terms' shares they count for
 * @param refusals every reason against approaching them at all or with a product, as codes, each once
 * @param options ways that nothing stands against
 */
public record Candidate(
        int customer,
        int slot,
        List<String> people,
        BitSet shares,
        List<String> refusals,
        List<OutreachOption> options) {

    public Candidate {
        people = List.copyOf(people);
        refusals = List.copyOf(refusals);
        options = List.copyOf(options);
    }

    Candidate with(List<OutreachOption> other) {
        return new Candidate(customer, slot, people, shares, refusals, other);
    }

    Candidate inSlot(int other) {
        return new Candidate(customer, other, people, shares, refusals, options);
    }
}
