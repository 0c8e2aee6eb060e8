package org.yinhang.core.scorecard;

/**
 * Which columns enter a card.
 *
 * @param smallestInformationValue below it a column tells too little, 0 or more
 * @param largestCorrelation of two columns whose weights of evidence are more alike only the one with more information stays, 0 to 1
 * @param rule how much a column must add to enter and to stay
 * @param mostColumns on the card, 1 or more
 */
public record SelectionSettings(
        double smallestInformationValue, double largestCorrelation, Rule rule, int mostColumns) {

    /** How much twice the log likelihood must rise for a column to enter and to stay. */
    public enum Rule {
        /** Any rise will do; columns leave only for a wrong sign. */
        ANY,
        /** 2: Akaike's information criterion (1974, doi 10.1109/TAC.1974.1100705); best for prediction. */
        AKAIKE,
        /** 3.84: the likelihood ratio is significant at 5 %. */
        FIVE_PERCENT,
        /** The log of the number of rows: Schwarz's criterion, BIC (1978, doi 10.1214/aos/1176344136); the shortest card. */
        SCHWARZ;

        double threshold(double rows) {
            return switch (this) {
                case ANY -> 1e-6;
                case AKAIKE -> 2;
                case FIVE_PERCENT -> 3.841458820694124;
                case SCHWARZ -> Math.max(2, Math.log(rows));
            };
        }
    }

    /** What suits most data. */
    public static final SelectionSettings USUAL = new SelectionSettings(0.01, 0.95, Rule.AKAIKE, 40);

    public SelectionSettings {
        boolean works =
                smallestInformationValue >= 0 && largestCorrelation >= 0 && largestCorrelation <= 1 && mostColumns >= 1;
        if (!works) {
            throw new IllegalArgumentException("selection: information %s, correlation %s, columns %d"
                    .formatted(smallestInformationValue, largestCorrelation, mostColumns));
        }
    }

    /** The same with another rule. */
    public SelectionSettings withRule(Rule other) {
        return new SelectionSettings(smallestInformationValue, largestCorrelation, other, mostColumns);
    }
}
