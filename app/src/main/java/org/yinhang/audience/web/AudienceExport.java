package org.yinhang.audience.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selections;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;

/** The members of an audience as a workbook, masked: for analysts, with a reason, on record. */
@Controller
@AllowedTo(Role.ANALYST)
class AudienceExport {

    private final Audiences audiences;
    private final Selections selections;
    private final Customers customers;
    private final ListExport export;
    private final Audit audit;

    AudienceExport(Audiences audiences, Selections selections, Customers customers, ListExport export, Audit audit) {
        this.audiences = audiences;
        this.selections = selections;
        this.customers = customers;
        this.export = export;
        this.audit = audit;
    }

    @PostMapping("/audiences/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable long id, @RequestParam String reason, PageFrame page) {
        if (reason.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        SavedAudience audience = audiences
                .find(id, page.signedIn())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Audience members = members(audience, page);
        audit.record(AuditNote.by(page.signedIn(), "audience.export", audience.name())
                .because(reason)
                .with(Integer.toString(members.count())));
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        return export.write(
                definition(), audience.name(), ListQuery.first(), page, query -> slice(members, query, scope));
    }

    private Audience members(SavedAudience audience, PageFrame page) {
        try {
            return selections
                    .within(page.signedIn(), s -> s.select(s.read(audience.predicate())))
                    .orElseThrow(Audiences::noTags);
        } catch (PredicateException e) {
            throw e.faults();
        }
    }

    private Slice<Customer> slice(Audience members, ListQuery query, DataScope scope) {
        List<Integer> numbers = new ArrayList<>();
        long last = Math.min(members.count(), query.offset() + query.size());
        for (long i = query.offset(); i < last; i++) {
            numbers.add(members.customers().select((int) i));
        }
        return new Slice<>(customers.among(numbers, scope), members.count());
    }

    private static ListDefinition<Customer> definition() {
        return ListDefinition.of(
                "audience-members",
                List.of(
                        Column.<Customer>number(
                                "number", "audience.sample.number", c -> new Cell.Code("" + c.number())),
                        Column.<Customer>of("name", "audience.sample.name", c -> new Cell.Words(c.maskedName())),
                        Column.<Customer>of(
                                "city", "audience.sample.city", c -> new Cell.Words(c.city() == null ? "" : c.city())),
                        Column.<Customer>number("aum", "audience.sample.assets", c -> new Cell.Amount(c.aum())),
                        Column.<Customer>number("unused", "audience.sample.unused", c -> new Cell.Amount(c.unused()))),
                List.of(),
                false);
    }
}
