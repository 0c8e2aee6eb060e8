package org.yinhang.audience.web;

import java.util.List;
import org.yinhang.audience.Selection;
import org.yinhang.core.audience.UnseenValue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.shared.web.PageFrame;

/** Answers the builder while somebody types. */
final class LiveCount {

    private final Selection selection;
    private final PageFrame page;

    LiveCount(Selection selection, PageFrame page) {
        this.selection = selection;
        this.page = page;
    }

    /** An empty text means everybody the viewer may see and approach. */
    LiveAnswer of(String text) {
        try {
            boolean isEmpty = text.isBlank();
            Expression predicate = selection.read(isEmpty ? "true" : text);
            long start = System.nanoTime();
            Selection.Answer answer = selection.answer(predicate);
            double millis = Math.round((System.nanoTime() - start) / 1e5) / 10.0;
            return new LiveAnswer(
                    true,
                    answer.count(),
                    page.formats().count(answer.count()),
                    page.formats().percent((double) answer.count() / Math.max(1, answer.base())),
                    millis,
                    isEmpty
                            ? new ConditionTree("and", false, List.of(), "", "", "", List.of())
                            : ConditionTree.of(predicate),
                    answer.steps().stream()
                            .filter(s -> !isEmpty || s.isPlatform())
                            .map(this::words)
                            .toList(),
                    selection.unseen(predicate).stream().map(this::words).toList(),
                    List.of());
        } catch (PredicateException e) {
            return new LiveAnswer(
                    false,
                    0,
                    "–",
                    "",
                    0,
                    null,
                    List.of(),
                    List.of(),
                    e.problems().stream()
                            .map(p -> ProblemTexts.words(p, text, page.texts()))
                            .toList());
        }
    }

    private String words(UnseenValue unseen) {
        return page.t(
                "audience.unseen", new ConditionWords(selection.catalogue(), page).name(unseen.field()), unseen.text());
    }

    private LiveAnswer.StepWords words(Selection.Step step) {
        String label = step.isPlatform()
                ? page.t("audience.platform." + step.key())
                : new ConditionWords(selection.catalogue(), page).of(step.condition());
        return new LiveAnswer.StepWords(
                step.isPlatform() ? "" : ExpressionText.of(step.condition()),
                label,
                step.isPlatform(),
                step.removed(),
                page.formats().count(step.removed()),
                page.formats().count(step.alone()));
    }
}
