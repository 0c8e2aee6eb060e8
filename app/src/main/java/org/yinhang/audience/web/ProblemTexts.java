package org.yinhang.audience.web;

import org.yinhang.audience.ProblemText;
import org.yinhang.core.predicate.Problem;
import org.yinhang.shared.web.Texts;

/** What is wrong with the text of a predicate, in the viewer's language. */
final class ProblemTexts {

    private ProblemTexts() {}

    static LiveAnswer.ProblemWords words(Problem problem, String text, Texts texts) {
        return new LiveAnswer.ProblemWords(
                problem.from(),
                Math.min(problem.to(), text.length()),
                ProblemText.of(problem, texts),
                problem.suggestion());
    }
}
