package org.yinhang.core.audience.index;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an index was made of.
 *
 * @param asOf the day its values are of: nothing that happened on it or later is in them
 * @param numbers customer numbers run from 0 to one less than this; not every number has to be a customer
 * @param about whatever else its maker wants to remember, such as the lake's snapshot; no line breaks
 */
public record IndexSubject(LocalDate asOf, int numbers, SortedMap<String, String> about) {

    public IndexSubject {
        if (numbers < 0) {
            throw new IllegalArgumentException("numbers: %d (expected: at least 0)".formatted(numbers));
        }
        about.forEach((key, value) -> {
            if (key.isEmpty() || key.contains(" ") || (key + value).contains("\n")) {
                throw new IllegalArgumentException("about %s: %s (expected: one word, one line)".formatted(key, value));
            }
        });
        about = new TreeMap<>(about);
    }

    public static IndexSubject of(LocalDate asOf, int numbers) {
        return new IndexSubject(asOf, numbers, new TreeMap<>(Map.of()));
    }

    /** How many blocks there are. */
    public int blocks() {
        return Block.count(numbers);
    }
}
