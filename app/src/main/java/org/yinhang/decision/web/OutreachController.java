package org.yinhang.decision.web;

import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customers;
import org.yinhang.decision.outreach.OutreachSummary;
import org.yinhang.decision.outreach.Outreaches;
import org.yinhang.decision.outreach.PlannedTouch;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The day's contacts over all products: what they bring, what limits cost, and what other limits would change. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.COMPLIANCE})
class OutreachController {

    private static final String SLIDER = "limit.";

    private final Outreaches outreaches;
    private final Customers customers;
    private final Templates templates;
    private final ListExport export;

    OutreachController(Outreaches outreaches, Customers customers, Templates templates, ListExport export) {
        this.outreaches = outreaches;
        this.customers = customers;
        this.templates = templates;
        this.export = export;
    }

    @GetMapping("/outreach")
    String newest() {
        return outreaches.newest().map(id -> "redirect:/outreach/" + id).orElse("redirect:/outreach/none");
    }

    @GetMapping("/outreach/none")
    JteModel none(PageFrame page) {
        return templates.decisionOutreachNone(page);
    }

    @GetMapping("/outreach/{id}")
    JteModel one(@PathVariable long id, @ListKey("outreach") ListQuery query, PageFrame page) {
        OutreachSummary plan = find(id);
        OutreachCharts charts = new OutreachCharts(plan, page);
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Slice<PlannedTouch> contacts = outreaches.contacts(id, query, scope);
        return templates.decisionOutreach(
                page,
                id,
                plan,
                List.of(charts.refusals(), charts.products()),
                PlannedTouchList.of(plan, page.texts().isChinese(), namesOf(contacts, scope))
                        .fill(query, contacts, page));
    }

    /** Plans again under moved limits; whole-bank figures, so only for those who plan. */
    @PostMapping("/outreach/{id}/what-if")
    @AllowedTo(Role.ANALYST)
    JteModel whatIf(@PathVariable long id, @RequestParam Map<String, String> sent, PageFrame page) {
        OutreachSummary plan = find(id);
        Map<String, Integer> percents = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith(SLIDER) && value.matches("-?\\d{1,3}")) {
                percents.put(name.substring(SLIDER.length()), Integer.parseInt(value));
            }
        });
        Outreaches.WhatIf answer =
                outreaches.whatIf(id, percents).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return templates.decisionOutreachAnswer(page, plan, answer);
    }

    @RequestMapping(
            path = "/outreach/{id}.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(@PathVariable long id, ListQuery query, PageFrame page) {
        OutreachSummary plan = find(id);
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Map<Integer, String> names = new HashMap<>();
        return export.write(
                PlannedTouchList.of(plan, page.texts().isChinese(), names),
                page.t("outreach.list"),
                query,
                page,
                each -> {
                    Slice<PlannedTouch> contacts = outreaches.contacts(id, each, scope);
                    names.putAll(namesOf(contacts, scope));
                    return contacts;
                });
    }

    private Map<Integer, String> namesOf(Slice<PlannedTouch> contacts, DataScope scope) {
        return customers.maskedNames(
                contacts.items().stream().map(PlannedTouch::customer).toList(), scope);
    }

    private OutreachSummary find(long id) {
        return outreaches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
