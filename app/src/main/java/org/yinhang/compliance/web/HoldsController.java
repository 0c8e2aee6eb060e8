package org.yinhang.compliance.web;

import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.Hold;
import org.yinhang.compliance.Holds;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.shared.BusinessClock;
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

/** Who is left in peace, by whose word and until when. */
@Controller
@AllowedTo(Role.COMPLIANCE)
class HoldsController {

    private final Holds holds;
    private final CustomerSearch search;
    private final BusinessClock clock;
    private final ListExport export;
    private final Templates templates;

    HoldsController(Holds holds, CustomerSearch search, BusinessClock clock, ListExport export, Templates templates) {
        this.holds = holds;
        this.search = search;
        this.clock = clock;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/compliance/holds")
    JteModel list(@ListKey("holds") ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Slice<Hold> rows = holds.page(search.resolved(query, scope), scope);
        return templates.complianceHolds(page, definition(namesOf(rows, scope)).fill(query, rows, page));
    }

    @RequestMapping(
            path = "/compliance/holds.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Map<Integer, String> names = new HashMap<>();
        return export.write(definition(names), page.t("compliance.holds.title"), query, page, next -> {
            Slice<Hold> rows = holds.page(search.resolved(next, scope), scope);
            names.putAll(namesOf(rows, scope));
            return rows;
        });
    }

    private Map<Integer, String> namesOf(Slice<Hold> rows, DataScope scope) {
        return search.names(rows.items().stream().map(Hold::customer).distinct().toList(), scope);
    }

    private ListDefinition<Hold> definition(Map<Integer, String> names) {
        Instant now = clock.now().toInstant();
        List<Column<Hold>> columns = List.of(
                Column.<Hold>of("set", "compliance.column.set", h -> new Cell.Moment(h.setAt())),
                Column.<Hold>of(
                        "customer",
                        "compliance.column.customer",
                        h -> new Cell.Words(names.getOrDefault(h.customer(), "") + " " + h.customer())),
                Column.<Hold>of(
                        "kind",
                        "compliance.column.kind",
                        (h, page) -> new Cell.Words(page.t(h.kind().messageKey()))),
                Column.<Hold>of("reason", "compliance.column.why", h -> new Cell.Words(h.reason())),
                Column.<Hold>of("by", "compliance.column.by", h -> new Cell.Words(h.setBy())),
                Column.<Hold>of("until", "compliance.column.until", h -> h.expiresAt()
                        .<Cell>map(Cell.Moment::new)
                        .orElseGet(Cell.Nothing::new)),
                Column.<Hold>of(
                        "state",
                        "compliance.column.state",
                        (h, page) -> h.isActive(now)
                                ? new Cell.Mark(Meaning.BLOCKED, page.t("compliance.hold.active"))
                                : new Cell.Mark(Meaning.PLAIN, page.t("compliance.hold.ended"))),
                Column.<Hold>of(
                        "lifted",
                        "compliance.column.lift",
                        h -> h.liftReason().isBlank() ? new Cell.Nothing() : new Cell.Words(h.liftReason())));
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "kind",
                        "compliance.column.kind",
                        Arrays.stream(HoldKind.values())
                                .map(kind -> new ListFilter.Option(kind.key(), kind.messageKey()))
                                .toList()),
                new ListFilter.OneOf(
                        "state",
                        "compliance.column.state",
                        List.of(
                                new ListFilter.Option("active", "compliance.hold.active"),
                                new ListFilter.Option("ended", "compliance.hold.ended"))));
        return ListDefinition.of("holds", columns, filters, true)
                .leadingTo(h -> "/compliance/customers/" + h.customer());
    }
}
