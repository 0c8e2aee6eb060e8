package org.yinhang.core.scorecard.merging;

import java.util.List;

/**
 * One bin of a column after merging.
 *
 * @param kind what it holds
 * @param label what it holds, in words: {@code [20, 35)}, {@code student, retired}, {@code missing}
 * @param fine the fine bins it is made of
 * @param rows weight of its training rows
 * @param share of all training rows, 0 to 1
 * @param events weight of its events
 * @param isNeutral whether it has too few rows to be judged and counts as average
 * @param weightOfEvidence log of its odds over those of all rows, smoothed; above 0 speaks for the event
 * @param informationValue what it adds to the column's
 */
public record MergedBin(
        Kind kind,
        String label,
        List<Integer> fine,
        double rows,
        double share,
        double events,
        boolean isNeutral,
        double weightOfEvidence,
        double informationValue) {

    /** What a bin holds. */
    public enum Kind {
        /** An interval of numbers or some words. */
        ORDINARY,
        /** One special code, such as 999 for "never". */
        SPECIAL,
        /** Rows without a value. */
        MISSING,
        /** Words too rare for a bin of their own and words never seen. */
        OTHER_WORDS
    }

    public MergedBin {
        fine = List.copyOf(fine);
    }

    /** The event rate, 0 to 1; 0 without rows. */
    public double rate() {
        return rows > 0 ? events / rows : 0;
    }
}
