package org.yinhang.opportunity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What part of the work somebody does: opening with customers, or staying with them until they sign. */
public enum WorkTeam {
    /** First contacts (攻坚). */
    ATTACK,
    /** What was talked about before (跟进). */
    FOLLOW_UP,
    /** Both, as everybody does until somebody says otherwise. */
    BOTH;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The team of a name. */
    public static Optional<WorkTeam> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.work-team." + key();
    }

    /** Whether it is for these to open with a customer nobody has spoken with, or else to go on. */
    public boolean isFor(boolean isFirstContact) {
        return this == BOTH || (this == ATTACK) == isFirstContact;
    }
}
