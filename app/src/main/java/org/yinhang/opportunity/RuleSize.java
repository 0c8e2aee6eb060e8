package org.yinhang.opportunity;

import java.util.List;

/**
 * How many customers meet a condition, and which data chooses them.
 *
 * @param count customers
 * @param base of all the viewer may see and approach
 * @param isSensitive whether financial data chooses them
 * @param isBureau whether bureau data does
 * @param unseen texts the condition asks for that no customer has
 */
public record RuleSize(long count, long base, boolean isSensitive, boolean isBureau, List<String> unseen) {

    public RuleSize {
        unseen = List.copyOf(unseen);
    }

    /** The part of everybody. */
    public double share() {
        return (double) count / Math.max(1, base);
    }
}
