package org.yinhang.compliance.web;

import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.ConsentEntry;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The consent ledger as a list. */
@Controller
@AllowedTo(Role.COMPLIANCE)
class ConsentsController {

    private final ConsentLedger consents;
    private final CustomerSearch search;
    private final ListExport export;
    private final Templates templates;

    ConsentsController(ConsentLedger consents, CustomerSearch search, ListExport export, Templates templates) {
        this.consents = consents;
        this.search = search;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/compliance/consents")
    JteModel list(@ListKey("consents") ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Slice<ConsentEntry> rows = consents.page(search.resolved(query, scope), scope);
        return templates.complianceConsents(
                page, definition(page, namesOf(rows, scope)).fill(query, rows, page));
    }

    @RequestMapping(
            path = "/compliance/consents.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Map<Integer, String> names = new HashMap<>();
        return export.write(definition(page, names), page.t("compliance.consents.title"), query, page, next -> {
            Slice<ConsentEntry> rows = consents.page(search.resolved(next, scope), scope);
            names.putAll(namesOf(rows, scope));
            return rows;
        });
    }

    private Map<Integer, String> namesOf(Slice<ConsentEntry> rows, DataScope scope) {
        return search.names(
                rows.items().stream().map(ConsentEntry::customer).distinct().toList(), scope);
    }

    private static ListDefinition<ConsentEntry> definition(PageFrame page, Map<Integer, String> names) {
        List<Column<ConsentEntry>> columns = List.of(
                Column.<ConsentEntry>of("at", "compliance.column.said", e -> new Cell.Moment(e.saidAt())),
                Column.<ConsentEntry>of(
                        "customer",
                        "compliance.column.customer",
                        e -> new Cell.Words(names.getOrDefault(e.customer(), "") + " " + e.customer())),
                Column.<ConsentEntry>of(
                        "purpose",
                        "compliance.column.purpose",
                        (e, p) ->
                                new Cell.Words(ComplianceWords.purpose(e.scope().purpose(), p))),
                Column.<ConsentEntry>of(
                        "channel",
                        "compliance.column.channel",
                        (e, p) ->
                                new Cell.Words(ComplianceWords.channel(e.scope().channel(), p))),
                Column.<ConsentEntry>of(
                        "data",
                        "compliance.column.data",
                        (e, p) -> new Cell.Words(
                                ComplianceWords.dataClass(e.scope().dataClass(), p))),
                Column.<ConsentEntry>of("answer", "compliance.column.answer", ConsentsController::answer),
                Column.<ConsentEntry>of(
                        "recipient",
                        "compliance.column.recipient",
                        e -> words(e.scope().recipient())),
                Column.<ConsentEntry>of("version", "compliance.column.version", e -> words(e.version())),
                Column.<ConsentEntry>of("evidence", "compliance.column.evidence", e -> words(e.evidence())),
                Column.<ConsentEntry>of("by", "compliance.column.by", e -> words(e.recordedBy()))
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "purpose",
                        "compliance.column.purpose",
                        ConsentLedger.PURPOSES.stream()
                                .sorted()
                                .map(p -> new ListFilter.Option(p, ComplianceWords.purpose(p, page)))
                                .toList()),
                LedgerList.channels(page),
                new ListFilter.OneOf(
                        "answer",
                        "compliance.column.answer",
                        List.of(
                                new ListFilter.Option("granted", "compliance.answer.granted"),
                                new ListFilter.Option("refused", "compliance.answer.refused"))));
        return ListDefinition.of("consents", columns, filters, true)
                .leadingTo(e -> "/compliance/customers/" + e.customer());
    }

    private static Cell answer(ConsentEntry entry, PageFrame page) {
        return entry.granted()
                ? new Cell.Mark(Meaning.GOOD, page.t("compliance.answer.granted"))
                : new Cell.Mark(Meaning.BLOCKED, page.t("compliance.answer.refused"));
    }

    private static Cell words(String words) {
        return words.isBlank() ? new Cell.Nothing() : new Cell.Words(words);
    }
}
