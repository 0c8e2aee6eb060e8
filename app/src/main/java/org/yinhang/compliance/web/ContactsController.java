package org.yinhang.compliance.web;

import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.ContactLedger;
import org.yinhang.compliance.LedgerEntry;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The contact ledger: what left the bank, what was withheld, and why. */
@Controller
@AllowedTo(Role.COMPLIANCE)
class ContactsController {

    private final ContactLedger ledger;
    private final CustomerSearch search;
    private final ListExport export;
    private final Templates templates;

    ContactsController(ContactLedger ledger, CustomerSearch search, ListExport export, Templates templates) {
        this.ledger = ledger;
        this.search = search;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/compliance/contacts")
    JteModel list(@ListKey("contacts") ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Slice<LedgerEntry> rows = ledger.page(search.resolved(query, scope), scope);
        return templates.complianceContacts(
                page, LedgerList.of(page, namesOf(rows, scope)).fill(query, rows, page));
    }

    @RequestMapping(
            path = "/compliance/contacts.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Map<Integer, String> names = new HashMap<>();
        return export.write(LedgerList.of(page, names), page.t("compliance.contacts.title"), query, page, next -> {
            Slice<LedgerEntry> rows = ledger.page(search.resolved(next, scope), scope);
            names.putAll(namesOf(rows, scope));
            return rows;
        });
    }

    private Map<Integer, String> namesOf(Slice<LedgerEntry> rows, DataScope scope) {
        return search.names(
                rows.items().stream().map(LedgerEntry::customer).distinct().toList(), scope);
    }
}
