package org.yinhang.core.predicate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the language. */
final class Words {

    private static final Map<String, ScalarFunction> FUNCTIONS =
            Arrays.stream(ScalarFunction.values()).collect(Collectors.toMap(ScalarFunction::word, Function.identity()));

    private static final Map<String, AggregateFunction> AGGREGATES = Arrays.stream(AggregateFunction.values())
            .collect(Collectors.toMap(AggregateFunction::word, Function.identity()));

    /** Words a field's name must be quoted to bear. */
    private static final Set<String> RESERVED = Set.of(
            "and",
            "or",
            "not",
            "in",
            "is",
            "between",
            "like",
            "true",
            "false",
            "null",
            "case",
            "when",
            "then",
            "else",
            "end",
            "as_of",
            "over",
            "where",
            "from",
            "customer");

    private Words() {}

    static Optional<ScalarFunction> function(String word) {
        return Optional.ofNullable(FUNCTIONS.get(word.toLowerCase(Locale.ROOT)));
    }

    static Optional<AggregateFunction> aggregate(String word) {
        return Optional.ofNullable(AGGREGATES.get(word.toLowerCase(Locale.ROOT)));
    }

    static List<String> functions() {
        return Stream.concat(FUNCTIONS.keySet().stream(), AGGREGATES.keySet().stream())
                .sorted()
                .toList();
    }

    static boolean isReserved(String word) {
        return RESERVED.contains(word.toLowerCase(Locale.ROOT));
    }
}
