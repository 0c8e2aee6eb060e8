package org.yinhang.audience;

import org.yinhang.core.predicate.Problem;
import org.yinhang.shared.web.Texts;

/** What is wrong with the text of a predicate, in words a person reads. */
public final class ProblemText {

    private ProblemText() {}

    /** One problem with what was meant, where that is known. */
    public static String of(Problem problem, Texts texts) {
        Object[] arguments = problem.arguments().stream()
                .map(argument -> texts.orElse("predicate.type." + argument, argument))
                .toArray();
        String message = texts.of("predicate." + problem.kind().code(), arguments);
        return problem.suggestion().isEmpty()
                ? message
                : message + " " + texts.of("predicate.suggestion", problem.suggestion());
    }
}
