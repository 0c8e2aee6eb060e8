package org.yinhang.core.scorecard;

/**
 * Why a row has no better score: a column in which it has fewer points than it could have.
 *
 * @param column the column
 * @param bin what its value falls into, in words
 * @param isMissing whether there is no value
 * @param points it has here
 * @param lost points it is short of the standard of comparison, above 0
 */
public record ReasonCode(String column, String bin, boolean isMissing, double points, double lost) {

    /** What a row's points are compared with. */
    public enum Standard {
        /**
         * The average training row: tells what sets this row apart from others. The usual choice, because a rare top bin that
         * hardly anyone reaches would otherwise head every list.
         */
        AVERAGE,
        /** The best bin of the column: tells what could bring most. */
        BEST
    }
}
