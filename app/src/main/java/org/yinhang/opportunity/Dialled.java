package org.yinhang.opportunity;

import java.util.List;
import org.yinhang.compliance.policy.Refusal;

/** What somebody who asked for a number got. */
public sealed interface Dialled {

    /**
     * The number; the touch is in the contact ledger.
     *
     * @param number in the clear: for one page, never for a log
     */
    record Revealed(String number) implements Dialled {
        @Override
        public String toString() {
            return "Revealed[]";
        }
    }

    /** No number, and every reason why; those are in the contact ledger too. */
    record Withheld(List<Refusal> refusals) implements Dialled {
        public Withheld {
            refusals = List.copyOf(refusals);
        }
    }

    /** The bank has no number of this customer. */
    record Unknown() implements Dialled {}
}
