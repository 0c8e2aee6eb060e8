package org.yinhang.customer;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Personal data of one customer in the clear, on the way into the encrypted columns.
 *
 * @param customer dense customer number
 * @param knownAt since when they hold; older data never replaces newer
 * @param values those that are there; a field not named keeps what is stored
 */
public record PersonalFacts(int customer, Instant knownAt, Map<PersonalField, String> values) {

    public PersonalFacts {
        values = Map.copyOf(values);
    }

    /** These facts with newer ones laid over them. */
    public PersonalFacts under(PersonalFacts newer) {
        Map<PersonalField, String> all = new EnumMap<>(PersonalField.class);
        all.putAll(values);
        all.putAll(newer.values());
        return new PersonalFacts(customer, newer.knownAt(), all);
    }

    /** Says which fields are there and nothing of what is in them. */
    @Override
    public String toString() {
        return "PersonalFacts[customer=" + customer + ", fields=" + values.keySet() + "]";
    }
}
