package org.yinhang.opportunity.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.opportunity.ContactWay;
import org.yinhang.opportunity.visit.Visit;
import org.yinhang.opportunity.visit.VisitMark;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** Visits as a list, and the words for their evidence. */
public final class VisitColumns {

    private VisitColumns() {}

    /**
     * The list.
     *
     * @param names masked, by customer
     */
    static ListDefinition<Visit> of(OpportunityWords.Words words, Map<Integer, String> names) {
        List<Column<Visit>> columns = List.of(
                Column.of("began", "opportunity.visit.began", one -> new Cell.Moment(one.beganAt())),
                Column.of(
                        "by",
                        "opportunity.visit.by",
                        one -> new Cell.Words(one.by().name())),
                Column.of(
                        "customer",
                        "opportunity.column.customer",
                        one -> new Cell.Words((names.getOrDefault(one.customer(), "") + " " + one.customer()).strip())),
                Column.of(
                        "product",
                        "opportunity.column.product",
                        (one, page) -> new Cell.Words(words.product(one.product(), page))),
                Column.of("took", "opportunity.visit.took", (one, page) -> new Cell.Words(took(one, page))),
                Column.of("place", "opportunity.visit.place", (one, page) -> new Cell.Words(place(one, page))),
                Column.number("photos", "opportunity.visit.photos", one -> new Cell.Count(one.photos())),
                Column.of("outcome", "opportunity.record.outcome", (one, page) -> new Cell.Words(outcome(one, page))),
                Column.of("marks", "opportunity.visit.marks", VisitColumns::marks));
        return ListDefinition.of(
                        "visits",
                        columns,
                        List.of(
                                new ListFilter.OneOf(
                                        "mark",
                                        "opportunity.visit.marks",
                                        Arrays.stream(VisitMark.values())
                                                .map(mark -> new ListFilter.Option(mark.key(), mark.messageKey()))
                                                .toList()),
                                new ListFilter.OneOf(
                                        "state",
                                        "opportunity.visit.state",
                                        List.of(
                                                new ListFilter.Option("open", "opportunity.visit.lasts"),
                                                new ListFilter.Option("ended", "opportunity.visit.ended"),
                                                new ListFilter.Option("lapsed", "opportunity.visit.lapsed")))),
                        false)
                .leadingTo(one -> "/visits/" + one.id());
    }

    /** How long it took, or why that is not known. */
    public static String took(Visit one, PageFrame page) {
        return one.duration()
                .map(Duration::toMinutes)
                .map(minutes -> page.t("opportunity.visit.minutes", minutes))
                .orElseGet(() -> page.t(one.isLapsed() ? "opportunity.visit.lapsed" : "opportunity.visit.lasts"));
    }

    /** Where it began, as far as the person gave it. */
    public static String place(Visit one, PageFrame page) {
        if (one.accuracy().isEmpty()) {
            return page.t("opportunity.visit.not-given");
        }
        int metres = one.accuracy().getAsInt();
        return one.distance().isEmpty()
                ? page.t("opportunity.visit.given", metres)
                : page.t(
                        "opportunity.visit.distance",
                        one.town().orElse(""),
                        page.formats().count(Math.round(one.distance().getAsDouble())),
                        metres);
    }

    /** What came of it. */
    public static String outcome(Visit one, PageFrame page) {
        return one.outcome()
                .map(outcome -> page.t(ContactWay.VISIT.messageKey(outcome)))
                .orElse("–");
    }

    private static Cell marks(Visit one, PageFrame page) {
        if (one.marks().isEmpty()) {
            return new Cell.Words("–");
        }
        return new Cell.Mark(
                Meaning.WATCH,
                one.marks().stream().map(mark -> page.t(mark.messageKey())).collect(Collectors.joining(" · ")));
    }
}
