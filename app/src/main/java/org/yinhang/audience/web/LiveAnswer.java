package org.yinhang.audience.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the builder shows while somebody types.
 *
 * @param isReadable whether the text can be read
 * @param count customers who pass everything; 0 when it cannot be read
 * @param countWords the count as the page writes it
 * @param share of the customers there are, as the page writes it
 * @param millis how long the engine took
 * @param tree the predicate as groups; null when it cannot be read
 * @param steps what each condition at the top removes, the platform's last
 * @param notes what is not wrong and yet seldom meant: values nobody has
 * @param problems what is wrong with the text
 */
record LiveAnswer(
        boolean isReadable,
        long count,
        String countWords,
        String share,
        double millis,
        @Nullable ConditionTree tree,
        List<StepWords> steps,
        List<String> notes,
        List<ProblemWords> problems) {

    /**
     * One condition's doing.
     *
     * @param text the condition in the language
     * @param label in the viewer's language
     * @param removed how many more there would be without it
     * @param removedWords the same as the page writes it
     * @param aloneWords customers for whom it is true, the others left out
     */
    record StepWords(
            String text, String label, boolean isPlatform, long removed, String removedWords, String aloneWords) {}

    /** One mistake, where an editor underlines it. */
    record ProblemWords(int from, int to, String message, String suggestion) {}
}
