package org.yinhang.compliance.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yinhang.compliance.complaint.Complaint;
import org.yinhang.compliance.complaint.ComplaintFinding;
import org.yinhang.compliance.complaint.ComplaintSubject;
import org.yinhang.compliance.complaint.Entrance;
import org.yinhang.compliance.complaint.Severity;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** Complaints as a list. */
final class ComplaintList {

    private ComplaintList() {}

    static ListDefinition<Complaint> of(Map<Integer, String> names, Instant now) {
        List<Column<Complaint>> columns = List.of(
                Column.number("id", "complaint.column.id", c -> new Cell.Code(Long.toString(c.id()))),
                Column.<Complaint>of(
                        "customer",
                        "compliance.column.customer",
                        c -> new Cell.Words(names.getOrDefault(c.customer(), "") + " " + c.customer())),
                Column.<Complaint>of(
                                "severity",
                                "complaint.column.severity",
                                (c, page) -> new Cell.Mark(
                                        c.severity() == Severity.SERIOUS ? Meaning.BAD : Meaning.PLAIN,
                                        page.t(c.severity().messageKey())))
                        .sortable(),
                Column.<Complaint>of(
                                "subject",
                                "complaint.column.subject",
                                (c, page) -> new Cell.Words(page.t(c.subject().messageKey())))
                        .sortable(),
                Column.<Complaint>of(
                        "entrance",
                        "complaint.column.entrance",
                        (c, page) -> new Cell.Words(page.t(c.entrance().messageKey()))),
                Column.<Complaint>of("taken", "complaint.column.taken", c -> new Cell.Moment(c.takenAt()))
                        .sortable(),
                Column.<Complaint>of("due", "complaint.column.due", c -> c.dueBy()
                                .<Cell>map(Cell.Moment::new)
                                .orElseGet(Cell.Nothing::new))
                        .sortable(),
                Column.<Complaint>of("state", "complaint.column.state", (c, page) -> state(c, now, page)),
                Column.<Complaint>of("owner", "complaint.column.owner", c -> new Cell.Words(c.owner())));
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "state",
                        "complaint.column.state",
                        List.of(
                                new ListFilter.Option("open", "complaint.state.open"),
                                new ListFilter.Option("late", "complaint.state.late"),
                                new ListFilter.Option("decided", "complaint.state.decided"))),
                oneOf("severity", Severity.values(), Severity::key, Severity::messageKey),
                oneOf("subject", ComplaintSubject.values(), ComplaintSubject::key, ComplaintSubject::messageKey),
                oneOf("entrance", Entrance.values(), Entrance::key, Entrance::messageKey));
        return ListDefinition.of("complaints", columns, filters, true).leadingTo(c -> "/complaints/" + c.id());
    }

    private static <T> ListFilter oneOf(
            String key, T[] values, Function<T, String> value, Function<T, String> message) {
        return new ListFilter.OneOf(
                key,
                "complaint.column." + key,
                Arrays.stream(values)
                        .map(each -> new ListFilter.Option(value.apply(each), message.apply(each)))
                        .toList());
    }

    /** Where a complaint stands: what was found, else which clock runs, else that it ran out. */
    static Cell.Mark state(Complaint complaint, Instant now, PageFrame page) {
        return complaint
                .finding()
                .map(finding -> new Cell.Mark(meaning(finding), page.t(finding.messageKey())))
                .orElseGet(() -> complaint.isLate(now)
                        ? new Cell.Mark(Meaning.BAD, page.t("complaint.state.late"))
                        : new Cell.Mark(
                                Meaning.WATCH,
                                page.t(
                                        complaint.talkedAt().isEmpty()
                                                ? "complaint.state.to-talk"
                                                : "complaint.state.to-decide")));
    }

    private static Meaning meaning(ComplaintFinding finding) {
        return switch (finding) {
            case JUSTIFIED, PARTLY -> Meaning.GOOD;
            case UNFOUNDED, WITHDRAWN -> Meaning.PLAIN;
        };
    }
}
