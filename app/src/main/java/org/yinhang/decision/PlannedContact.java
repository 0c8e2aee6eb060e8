package org.yinhang.decision;

import java.util.List;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;

/**
 * One line of a plan's list: a customer, how to approach them, and why.
 *
 * @param plan the plan's id
 * @param rank place on the list, from 1
 * @param customer dense customer number
 * @param grade A, B or C
 * @param channel code of the channel
 * @param channelZh its Chinese name
 * @param channelEn its English name
 * @param probability chance of success through it
 * @param expectedValue what the contact is expected to bring after cost
 * @param reasons why, strongest first
 * @param script what to say
 */
public record PlannedContact(
        String plan,
        int rank,
        int customer,
        String grade,
        String channel,
        String channelZh,
        String channelEn,
        Probability probability,
        Money expectedValue,
        List<Words> reasons,
        Words script) {

    /** A sentence in both languages. */
    public record Words(String zh, String en) {

        /** The sentence in the viewer's language. */
        public String in(boolean chinese) {
            return chinese ? zh : en;
        }
    }

    public PlannedContact {
        reasons = List.copyOf(reasons);
    }
}
