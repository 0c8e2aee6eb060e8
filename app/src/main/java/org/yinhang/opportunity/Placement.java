package org.yinhang.opportunity;

import java.util.Locale;
import java.util.Optional;

/**
 * Where an opportunity is to lie.
 *
 * @param opportunity its number
 * @param staff who is to work it; empty for the public pool of the customer's branch
 * @param why why there
 */
public record Placement(long opportunity, Optional<String> staff, Why why) {

    /** Why an opportunity goes where it goes. */
    public enum Why {
        /** The customer's own manager. */
        OWN_MANAGER,
        /** The colleague near the customer who is good at the product, with most room of those. */
        SKILL,
        /** The colleague near the customer with most room. */
        TEAM,
        /** Nobody near has room: the credit centre. */
        CREDIT_CENTRE,
        /** Nobody whose part of the work it is has room: a colleague of the other team. */
        OTHER_TEAM,
        /** The customer's own manager has no room: they or a colleague claim it later. */
        MANAGER_FULL,
        /** Nobody has room. */
        ALL_FULL;

        /** Its name in tables. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
