package org.yinhang.audit.web;

import java.util.List;
import java.util.stream.Stream;
import org.yinhang.audit.AuditEntry;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;

/** The list of entries. */
final class AuditList {

    private static final List<String> ACTIONS = List.of(
            "access.sign-in",
            "access.refused",
            "access.sign-out",
            "access.user-changed",
            "access.page-refused",
            "customer.viewed",
            "customer.unmasked",
            "job.requested",
            "job.cancelled",
            "job.ended",
            "list.exported");

    static final ListDefinition<AuditEntry> LIST = ListDefinition.of(
            "audit",
            List.of(
                    Column.<AuditEntry>number("number", "audit.column.number", entry -> new Cell.Count(entry.number()))
                            .sortable(),
                    Column.<AuditEntry>of("at", "audit.column.at", entry -> new Cell.Moment(entry.at())),
                    Column.<AuditEntry>of(
                            "actor",
                            "audit.column.actor",
                            entry -> words(entry.note().actor())),
                    Column.<AuditEntry>of(
                            "action",
                            "audit.column.action",
                            (entry, page) -> new Cell.Words(page.texts()
                                    .orElse(
                                            "audit.action." + entry.note().action(),
                                            entry.note().action()))),
                    Column.<AuditEntry>of(
                            "subject",
                            "audit.column.subject",
                            entry -> words(entry.note().subject())),
                    Column.<AuditEntry>of(
                            "reason",
                            "audit.column.reason",
                            entry -> words(entry.note().reason())),
                    Column.<AuditEntry>of(
                            "detail",
                            "audit.column.detail",
                            entry -> words(entry.note().detail())),
                    Column.<AuditEntry>of("hash", "audit.column.hash", entry -> new Cell.Code(entry.hash()))
                            .whenChosen()),
            Stream.<ListFilter>of(
                            new ListFilter.OneOf(
                                    "action",
                                    "audit.column.action",
                                    ACTIONS.stream()
                                            .map(action -> new ListFilter.Option(action, "audit.action." + action))
                                            .toList()),
                            new ListFilter.Day("from", "audit.from"),
                            new ListFilter.Day("to", "audit.to"))
                    .toList(),
            true);

    private AuditList() {}

    private static Cell words(String words) {
        return words.isEmpty() ? new Cell.Nothing() : new Cell.Words(words);
    }
}
