package org.yinhang.model;

import java.util.List;
import java.util.Map;

/**
 * What a model in force says about one customer, and why.
 *
 * @param model the model
 * @param version the version in force
 * @param asOf the day of the tags it read
 * @param customer the customer's number
 * @param isMember whether the customer is of the model's population; others have no score as a tag
 * @param probability the probability of success, 0 to 1, to the same bits as the tag
 * @param scores the tags it writes, with their values
 * @param reasons what moved it most, the strongest first
 * @param assumed what was asked to be taken for other than it is
 */
public record CustomerScore(
        String model,
        int version,
        String asOf,
        int customer,
        boolean isMember,
        double probability,
        Map<String, Object> scores,
        List<Reason> reasons,
        Map<String, String> assumed) {

    public CustomerScore {
        scores = Map.copyOf(scores);
        reasons = List.copyOf(reasons);
        assumed = Map.copyOf(assumed);
    }

    /**
     * One term of a score.
     *
     * @param feature the column
     * @param value what it is for this customer, empty where missing
     * @param logOdds by how much it moves the log odds, above 0 towards success
     * @param zh in a Chinese sentence
     * @param en in an English sentence
     */
    public record Reason(String feature, String value, double logOdds, String zh, String en) {}
}
