package org.yinhang.decision.live;

import java.util.Optional;

/**
 * What came of reckoning a decision anew.
 *
 * @param decision its number
 * @param isEqual whether the very bytes were reached again
 * @param kept SHA-256 of the bytes the ledger keeps
 * @param reached SHA-256 of those reached now
 * @param difference the first place where they differ
 * @param changedTag a field whose value the same run of the tags would not give again; empty where all agree, or another
 *     run is in force by now
 */
public record Replay(
        long decision,
        boolean isEqual,
        String kept,
        String reached,
        Optional<DecisionBytes.Difference> difference,
        Optional<String> changedTag) {}
