package org.yinhang.core.predicate.vector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The different texts of a column, numbered from 0 in order of arrival. Grows and never forgets, so a number keeps its
 * meaning; several threads may add and read.
 */
public final class Dictionary {

    private final Map<String, Integer> codes = new ConcurrentHashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** A dictionary that already holds these texts, in this order. */
    public static Dictionary of(Collection<String> texts) {
        Dictionary dictionary = new Dictionary();
        texts.forEach(dictionary::code);
        return dictionary;
    }

    /** The number of a text, a new one if it was never seen. */
    public int code(String text) {
        Integer known = codes.get(text);
        return known != null ? known : add(text);
    }

    private synchronized int add(String text) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        int code = texts.size();
        texts.add(text);
        codes.put(text, code);
        return code;
    }

    /** The number of a text, or -1 when it was never seen. */
    public int find(String text) {
        return codes.getOrDefault(text, -1);
    }

    /** The text of a number. */
    public synchronized String text(int code) {
        return texts.get(code);
    }

    /** How many texts there are. */
    public synchronized int size() {
        return texts.size();
    }

    /** Every text so far, by number. */
    public synchronized List<String> texts() {
        return List.copyOf(texts);
    }
}
