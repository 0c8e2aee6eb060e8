package org.yinhang.decision.live;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yinhang.core.predicate.Value;

/** Values as the ledger keeps them: a letter for the kind, then the value; nothing at all where nothing was known. */
final class KeptValue {

    private static final String SEPARATOR = "\u001f";

    private KeptValue() {}

    static String text(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> "w" + whole;
            case Value.Real(double real) -> "r" + real;
            case Value.Text(String text) -> "t" + text;
            case Value.Truth(boolean truth) -> "b" + truth;
            case Value.Labels(SortedSet<String> labels) -> "l" + String.join(SEPARATOR, labels);
            case Value.Missing() -> "";
        };
    }

    static Value value(String text) {
        if (text.isEmpty()) {
            return Value.missing();
        }
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'w' -> Value.of(Long.parseLong(rest));
            case 'r' -> Value.of(Double.parseDouble(rest));
            case 'b' -> Value.of(Boolean.parseBoolean(rest));
            case 'l' ->
                new Value.Labels(rest.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(rest.split(SEPARATOR))));
            default -> Value.of(rest);
        };
    }
}
