package org.yinhang.audience.web;

import org.yinhang.core.predicate.Problem;
import org.yinhang.shared.web.Texts;

/** What is wrong with the text of a predicate, in the viewer's language. */
final class ProblemTexts {

    private ProblemTexts() {}

    static LiveAnswer.ProblemWords words(Problem problem, String text, Texts texts) {
        Object[] arguments = problem.arguments().stream()
                .map(argument -> texts.orElse("predicate.type." + argument, argument))
                .toArray();
        String message = texts.of("predicate." + problem.kind().code(), arguments);
        String next =
                problem.suggestion().isEmpty() ? "" : " " + texts.of("predicate.suggestion", problem.suggestion());
        return new LiveAnswer.ProblemWords(
                problem.from(), Math.min(problem.to(), text.length()), message + next, problem.suggestion());
    }
}
