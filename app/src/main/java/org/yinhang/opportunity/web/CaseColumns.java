package org.yinhang.opportunity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.opportunity.CaseFigures;
import org.yinhang.opportunity.Objection;
import org.yinhang.opportunity.ScriptVersion;
import org.yinhang.opportunity.SuccessCase;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** Success cases as a list, each with what came of calls made with it. */
final class CaseColumns {

    private CaseColumns() {}

    /**
     * The list.
     *
     * @param figures by number of the case; none where nobody has called
     */
    static ListDefinition<SuccessCase> of(
            OpportunityWords.Words words, Map<Long, CaseFigures> figures, PageFrame page) {
        List<Column<SuccessCase>> columns = List.of(
                Column.<SuccessCase>of(
                                "title",
                                "opportunity.case.title",
                                one -> new Cell.Words(one.text().title()))
                        .sortable(),
                Column.<SuccessCase>of(
                                "product",
                                "opportunity.column.product",
                                (one, frame) -> new Cell.Words(words.product(one.product(), frame)))
                        .sortable(),
                Column.of("objection", "opportunity.record.objection", (one, frame) -> one.objection()
                        .<Cell>map(objection -> new Cell.Words(frame.t(objection.messageKey())))
                        .orElseGet(Cell.Nothing::new)),
                Column.<SuccessCase>of("state", "opportunity.scripts.state", CaseColumns::state)
                        .sortable(),
                Column.number(
                        "contacts",
                        "opportunity.scripts.contacts",
                        one -> new Cell.Count(with(one, figures).contacts())),
                Column.number(
                        "rate",
                        "opportunity.scripts.rate",
                        one -> with(one, figures).reached() == 0
                                ? new Cell.Nothing()
                                : new Cell.Share(with(one, figures).agreedRate())),
                Column.of(
                        "says",
                        "opportunity.case.says",
                        (one, frame) -> new Cell.Words(frame.t(figures.getOrDefault(one.id(), CaseFigures.NONE)
                                .word()
                                .messageKey()))),
                Column.<SuccessCase>of("by", "opportunity.cases.by", one -> new Cell.Words(one.madeBy()))
                        .whenChosen(),
                Column.<SuccessCase>of("made", "opportunity.cases.made", one -> new Cell.Moment(one.madeAt()))
                        .sortable());
        return ListDefinition.of("success-cases", columns, filters(words, page), true)
                .leadingTo(one -> "/success-cases/" + one.id());
    }

    private static CaseFigures.Arm with(SuccessCase one, Map<Long, CaseFigures> figures) {
        return figures.getOrDefault(one.id(), CaseFigures.NONE).with();
    }

    private static Cell state(SuccessCase one, PageFrame page) {
        Meaning meaning =
                switch (one.state()) {
                    case APPROVED -> Meaning.GOOD;
                    case DRAFT -> Meaning.WATCH;
                    case REJECTED -> Meaning.BLOCKED;
                };
        return new Cell.Mark(meaning, page.t(one.state().messageKey()));
    }

    private static List<ListFilter> filters(OpportunityWords.Words words, PageFrame page) {
        return List.of(
                new ListFilter.OneOf("product", "opportunity.column.product", words.productOptions(page)),
                new ListFilter.OneOf("reason", "opportunity.cases.reason", words.reasonOptions(page)),
                new ListFilter.OneOf(
                        "objection",
                        "opportunity.record.objection",
                        Arrays.stream(Objection.values())
                                .map(objection -> new ListFilter.Option(objection.key(), objection.messageKey()))
                                .toList()),
                new ListFilter.OneOf(
                        "state",
                        "opportunity.scripts.state",
                        Arrays.stream(ScriptVersion.State.values())
                                .map(state -> new ListFilter.Option(
                                        state.name().toLowerCase(Locale.ROOT), state.messageKey()))
                                .toList()));
    }
}
