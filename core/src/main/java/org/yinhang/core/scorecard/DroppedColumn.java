package org.yinhang.core.scorecard;

/**
 * A column that did not enter the card, and why.
 *
 * @param why the rule it failed
 * @param figure what the rule looked at: information value, correlation, or about how much twice the log likelihood rises
 *     with it, below 0 where its coefficient is
 * @param other the column it is too much like; empty for other reasons
 */
public record DroppedColumn(String column, Why why, double figure, String other) {

    /** The rules of selection. */
    public enum Why {
        /** Its information value is too low. */
        LITTLE_INFORMATION,
        /** A column with more information says nearly the same. */
        TOO_ALIKE,
        /** Beside the others it adds too little. */
        ADDS_LITTLE,
        /** Beside the others it points the wrong way: its bins would count against what they show alone. */
        WRONG_SIGN,
        /** The card has as many columns as it may. */
        CARD_IS_FULL
    }
}
