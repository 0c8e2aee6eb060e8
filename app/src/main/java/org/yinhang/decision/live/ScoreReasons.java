package org.yinhang.decision.live;

import java.util.List;

/**
 * Why the response model in force says what it says of an offer.
 *
 * @param product the offer
 * @param model the model
 * @param version the version in force
 * @param reasons what moved the score most, the strongest first
 */
public record ScoreReasons(String product, String model, int version, List<Reason> reasons) {

    public ScoreReasons {
        reasons = List.copyOf(reasons);
    }

    /**
     * One term of the score.
     *
     * @param feature the model's column
     * @param value what it is for this customer, empty where missing
     * @param logOdds by how much it moves the log odds, above 0 towards an application
     * @param zh in a Chinese sentence
     * @param en in an English sentence
     */
    public record Reason(String feature, String value, double logOdds, String zh, String en) {}
}
