package org.yinhang.decision.web;

import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customers;
import org.yinhang.decision.ContactPlans;
import org.yinhang.decision.PlanSummary;
import org.yinhang.decision.PlannedContact;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The newest plan, earlier ones, and the list of each: whom first, how, and why. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.COMPLIANCE})
class PlanController {

    private static final int LISTED = 50;

    private final ContactPlans plans;
    private final Customers customers;
    private final Templates templates;
    private final ListExport export;

    PlanController(ContactPlans plans, Customers customers, Templates templates, ListExport export) {
        this.plans = plans;
        this.customers = customers;
        this.templates = templates;
        this.export = export;
    }

    @GetMapping("/plans")
    JteModel plans(PageFrame page) {
        return templates.decisionPlans(page, plans.newest(LISTED));
    }

    @GetMapping("/plans/{id}")
    JteModel plan(@PathVariable String id, @ListKey("plan") ListQuery query, PageFrame page) {
        PlanSummary plan = find(id);
        PlanCharts charts = new PlanCharts(plan, page);
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Slice<PlannedContact> contacts = plans.contacts(id, query, scope);
        return templates.decisionPlan(
                page,
                plan,
                List.of(charts.gains(), charts.withheld(), charts.calibration()),
                PlannedContactList.of(plan, page.texts().isChinese(), namesOf(contacts, scope))
                        .fill(query, contacts, page));
    }

    @RequestMapping(
            path = "/plans/{id}.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(@PathVariable String id, ListQuery query, PageFrame page) {
        PlanSummary plan = find(id);
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Map<Integer, String> names = new HashMap<>();
        return export.write(
                PlannedContactList.of(plan, page.texts().isChinese(), names),
                page.t("plans.list"),
                query,
                page,
                each -> {
                    Slice<PlannedContact> contacts = plans.contacts(id, each, scope);
                    names.putAll(namesOf(contacts, scope));
                    return contacts;
                });
    }

    private Map<Integer, String> namesOf(Slice<PlannedContact> contacts, DataScope scope) {
        return customers.maskedNames(
                contacts.items().stream().map(PlannedContact::customer).toList(), scope);
    }

    private PlanSummary find(String id) {
        return plans.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
