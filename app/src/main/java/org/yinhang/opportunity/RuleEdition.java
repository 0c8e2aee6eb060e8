package org.yinhang.opportunity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of a rule of identification.
 *
 * @param rule what it says
 * @param isOn whether it finds anybody while it is in force
 * @param note what changes and why; empty for the one that ships
 * @param state whether it may be used
 * @param made by whom and when; empty for the one that ships
 * @param decided who decided on it, never its maker, and when
 */
public record RuleEdition(
        OpportunityRule rule, boolean isOn, String note, State state, Optional<Signed> made, Optional<Signed> decided) {

    /** Whether a version may be used. */
    public enum State {
        DRAFT,
        APPROVED,
        REJECTED;

        /** Its name in tables. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The message key of its name. */
        public String messageKey() {
            return "opportunity.rule.state." + key();
        }
    }

    /**
     * Who did something.
     *
     * @param by user name
     * @param at when, real time
     */
    public record Signed(String by, Instant at) {}

    /** What Yinhang ships. */
    static RuleEdition shipped(OpportunityRule rule) {
        return new RuleEdition(rule, true, "", State.APPROVED, Optional.empty(), Optional.empty());
    }

    /** Which version of its rule. */
    public int version() {
        return rule.version();
    }

    /** Whether somebody made it. */
    public boolean isMadeBy(String userName) {
        return made.map(Signed::by).filter(userName::equals).isPresent();
    }
}
