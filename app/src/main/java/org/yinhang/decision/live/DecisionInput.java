package org.yinhang.decision.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yinhang.compliance.policy.StatedFacts;
import org.yinhang.core.predicate.Value;

/**
 * Everything a decision rests on.
 *
 * @param request names the question for ever: asked again under the same name it has the same answer
 * @param customer customer number
 * @param channel where the customer is: {@code app}, {@code counter} or {@code inbound_call}
 * @param given what the customer said, by field, as the predicate language writes values
 * @param at the instant, in the bank's business time
 * @param day the business day policies were taken for
 * @param tagRun number of the run of the tags
 * @param snapshot version of the lake
 * @param terms version of the terms by which worth is reckoned
 * @param guardFacts what the guards knew of the customer
 * @param facts what was read of the customer, by field, as {@link KeptValue} writes it
 * @param release number of the newest release of policies; null in decisions made before releases were counted
 * @param reasons why the score of the offer that came first is what it is; null where no model in force gave it
 */
public record DecisionInput(
        String request,
        int customer,
        String channel,
        SortedMap<String, String> given,
        Instant at,
        LocalDate day,
        long tagRun,
        long snapshot,
        int terms,
        StatedFacts guardFacts,
        SortedMap<String, String> facts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long release,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ScoreReasons reasons) {

    public DecisionInput {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** What was read of the customer, by the text of the field. */
    public SortedMap<String, Value> values() {
        SortedMap<String, Value> values = new TreeMap<>();
        facts.forEach((field, text) -> values.put(field, KeptValue.value(text)));
        return values;
    }

    DecisionInput with(SortedMap<String, String> read, @Nullable ScoreReasons why) {
        return new DecisionInput(
                request, customer, channel, given, at, day, tagRun, snapshot, terms, guardFacts, read, release, why);
    }
}
