package org.yinhang.audience;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.yinhang.core.audience.Audience;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.PastTags;

/** Answers whom a predicate would have meant on an earlier day. */
@Service
public class PastAudiences {

    private final Selections selections;
    private final PastTags tags;

    PastAudiences(Selections selections, PastTags tags) {
        this.selections = selections;
        this.tags = tags;
    }

    /**
     * An audience on two days.
     *
     * @param day the earlier one
     * @param then who would have been in it, consent as of that day too, within what the viewer may see today
     * @param today the day of the tags in force
     * @param now who is in it today
     */
    public record Then(LocalDate day, Audience then, LocalDate today, Audience now) {

        /** Who is in it on both days. */
        public int stayed() {
            return then.overlap(now);
        }

        /** Who has come in since. */
        public int joined() {
            return now.count() - stayed();
        }

        /** Who has left since. */
        public int left() {
            return then.count() - stayed();
        }
    }

    /**
     * Computes what the predicate reads as of a day, and asks it.
     *
     * @throws org.yinhang.core.fault.FaultException {@code TAG-2005} for a day that has not come
     * @throws org.yinhang.core.predicate.PredicateException when the predicate cannot be read
     */
    public Then on(LocalDate day, String predicate, Viewer viewer) {
        Audience then = ask(day, List.of(predicate), Set.of(), viewer, (past, seen) -> past.select(past.read(predicate))
                .intersect(seen));
        return selections
                .within(
                        viewer,
                        today -> new Then(day, then, today.tags().asOf().day(), today.select(today.read(predicate))))
                .orElseThrow(Audiences::noTags);
    }

    /**
     * Computes what some predicates read as of a day, and asks.
     *
     * @param also tags the question reads besides
     * @param question gets the customers as of that day, and whom the viewer may see today
     * @throws org.yinhang.core.fault.FaultException {@code TAG-2005} for a day that has not come
     * @throws org.yinhang.core.predicate.PredicateException when a predicate cannot be read
     */
    public <T> T ask(
            LocalDate day,
            List<String> predicates,
            Set<String> also,
            Viewer viewer,
            BiFunction<Selection, Audience, T> question) {
        return selections
                .within(viewer, today -> {
                    Set<String> ids = new TreeSet<>(today.platformReferences());
                    ids.addAll(also);
                    predicates.forEach(predicate -> ids.addAll(today.references(today.read(predicate))));
                    return tags.on(
                            day, ids, past -> question.apply(selections.selection(past, viewer), today.inScope()));
                })
                .orElseThrow(Audiences::noTags);
    }
}
