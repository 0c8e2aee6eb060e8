package org.yinhang.decision.offer;

import java.util.SortedMap;
import org.yinhang.core.unit.Money;

/**
 * What a product is worth offering to a customer.
 *
 * @param response chance that the customer applies when approached; NaN where no score is known
 * @param approval chance that the application is approved; NaN where no score is known
 * @param margin what an approved loan leaves after funds, expected loss, operation and capital
 * @param loss what is expected to be lost on an approved loan
 * @param lifts what a touch adds to the chance of an application, by channel; NaN where no score is known
 * @param values what a touch is expected to bring after its cost, in fen, by channel; absent where a score is missing
 * @param asked what answering a customer who came by themselves is expected to bring, in fen; 0 where a score is missing
 */
public record Worth(
        double response,
        double approval,
        Money margin,
        Money loss,
        SortedMap<String, Double> lifts,
        SortedMap<String, Long> values,
        long asked) {}
