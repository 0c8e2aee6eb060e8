package org.yinhang.decision.live;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked: what may this customer be offered, here and now?
 *
 * @param request names the question for ever, up to 100 characters: asked again it has the same answer
 * @param customer customer number
 * @param channel where the customer is: {@code app}, {@code counter} or {@code inbound_call}
 * @param given what the customer said, by field, such as {@code loan_purpose}
 */
public record DecisionQuestion(String request, int customer, String channel, Map<String, String> given) {

    public DecisionQuestion {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
    }
}
