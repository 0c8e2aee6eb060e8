package org.yinhang.opportunity;

import java.time.LocalDate;

/**
 * One thing that speaks for an opportunity.
 *
 * @param source what kind of thing
 * @param code the rule, the campaign of a task, the number of a list
 * @param version of the rule; 0 for the one that ships, and for tasks and lists
 * @param seenOn the day it was last true
 * @param isSensitive whether financial data chose the customer
 * @param isBureau whether bureau data did
 */
public record OpportunityReason(
        Source source, String code, int version, LocalDate seenOn, boolean isSensitive, boolean isBureau) {

    /** Kinds of things that speak for an opportunity. */
    public enum Source {
        /** A rule over the newest tags. */
        RULE("rule"),
        /** A call, appointment or visit a campaign wants. */
        TASK("task"),
        /** A list somebody made. */
        LIST("list");

        private final String key;

        Source(String key) {
            this.key = key;
        }

        /** Its name in tables and addresses. */
        public String key() {
            return key;
        }

        /** The source of a name. */
        public static Source of(String key) {
            for (Source source : values()) {
                if (source.key.equals(key)) {
                    return source;
                }
            }
            throw new IllegalArgumentException("source: " + key);
        }
    }
}
