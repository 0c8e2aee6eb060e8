package org.yinhang.core.predicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.fault.Suggestion;

/** Gathers what is wrong with one text, so that an analyst sees every mistake at once. */
final class Problems {

    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String text) {
        this.text = text;
    }

    void add(ProblemKind kind, Part part, String next, String... arguments) {
        problems.add(new Problem(kind, part.from(), part.to(), List.of(arguments), next, ""));
    }

    /** An unknown word, with the known one that was probably meant. */
    void unknown(ProblemKind kind, Part part, String word, Collection<String> known) {
        Optional<String> nearest = Suggestion.nearest(word, known);
        String next = nearest.map("Did you mean '%s'?"::formatted).orElse("");
        problems.add(new Problem(kind, part.from(), part.to(), List.of(word), next, nearest.orElse("")));
    }

    /** A text that is no known value of a field but nearly one; others may be values nobody has declared yet. */
    void misspelt(Part part, String text, Field field) {
        List<String> known = new ArrayList<>(field.values().keySet());
        known.addAll(field.values().values());
        Suggestion.nearest(text, known)
                .ifPresent(nearest -> problems.add(new Problem(
                        ProblemKind.UNKNOWN_VALUE,
                        part.from(),
                        part.to(),
                        List.of(text, field.name()),
                        "Did you mean '%s'?".formatted(nearest),
                        nearest)));
    }

    /** Ends the reading at a mistake after which nothing more can be understood. */
    PredicateException stop(ProblemKind kind, int from, int to, String next, String... arguments) {
        problems.add(new Problem(kind, from, to, List.of(arguments), next, ""));
        return exception();
    }

    void raise() {
        if (!problems.isEmpty()) {
            throw exception();
        }
    }

    /** What was found so far. */
    PredicateException exception() {
        return new PredicateException(
                text,
                problems.stream().sorted(Comparator.comparingInt(Problem::from)).toList());
    }
}
