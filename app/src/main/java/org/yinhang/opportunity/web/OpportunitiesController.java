package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customers;
import org.yinhang.opportunity.Assignments;
import org.yinhang.opportunity.Calls;
import org.yinhang.opportunity.ContactWay;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.Passes;
import org.yinhang.opportunity.Pool;
import org.yinhang.opportunity.RecordSeals;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Every opportunity within reach, and the button that gives those nobody has to somebody. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
class OpportunitiesController {

    private final Opportunities opportunities;
    private final Assignments assignments;
    private final Pool pool;
    private final Calls calls;
    private final Passes passes;
    private final RecordSeals seals;
    private final Customers customers;
    private final OpportunityWords words;
    private final ListExport export;
    private final BusinessClock clock;
    private final Templates templates;

    OpportunitiesController(
            Opportunities opportunities,
            Assignments assignments,
            Pool pool,
            Calls calls,
            Passes passes,
            RecordSeals seals,
            Customers customers,
            OpportunityWords words,
            ListExport export,
            BusinessClock clock,
            Templates templates) {
        this.opportunities = opportunities;
        this.assignments = assignments;
        this.pool = pool;
        this.calls = calls;
        this.passes = passes;
        this.seals = seals;
        this.customers = customers;
        this.words = words;
        this.export = export;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/opportunities")
    JteModel list(@ListKey("opportunities") ListQuery query, PageFrame page) {
        OpportunityReach reach = opportunities.reach(page.signedIn());
        Slice<Opportunity> slice = opportunities.page(query, reach);
        return templates.opportunityList(
                page, definition(slice, page).fill(query, slice, page), opportunities.figures(reach));
    }

    @RequestMapping(
            path = "/opportunities.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        OpportunityReach reach = opportunities.reach(page.signedIn());
        return export.write(
                definition(new Slice<>(List.of(), 0), page),
                page.t("opportunity.list.title"),
                query,
                page,
                next -> opportunities.page(next, reach));
    }

    /** A workbook names nobody: its rows carry customer numbers only. */
    private ListDefinition<Opportunity> definition(Slice<Opportunity> slice, PageFrame page) {
        Map<Integer, String> names = slice.items().isEmpty()
                ? Map.of()
                : customers.maskedNames(
                        slice.items().stream()
                                .map(Opportunity::customer)
                                .distinct()
                                .toList(),
                        DataScope.wholeBank());
        return OpportunityColumns.of(words.now(), names, clock.now().toInstant(), page);
    }

    /** One opportunity: why, what happened, what next. Out of reach is not found, exactly as one that does not exist. */
    @GetMapping("/opportunities/{id}")
    JteModel one(@PathVariable long id, PageFrame page) {
        Opportunity one = opportunities
                .find(id, opportunities.reach(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String staff = opportunities.staffCode(page.signedIn());
        boolean isCovered = customers.covers(one.customer(), DataScope.ofCustomers(page.signedIn()));
        if (one.isOf(staff) && one.stage().isOpen()) {
            return templates.opportunityCall(
                    page,
                    calls.sheet(one, ContactWay.CALL, staff),
                    isCovered,
                    opportunities.history(one),
                    passes.unworked(one, staff),
                    words.now(),
                    UUID.randomUUID(),
                    seals.of(page.signedIn()));
        }
        return templates.opportunityOne(
                page,
                one,
                customers
                        .maskedNames(List.of(one.customer()), DataScope.wholeBank())
                        .getOrDefault(one.customer(), ""),
                isCovered,
                pool.mayStepIn(id, staff),
                opportunities.history(one),
                words.now());
    }

    /** The deputy takes it while the lead is away. */
    @PostMapping("/opportunities/{id}/step-in")
    @AllowedTo(Role.ACCOUNT_MANAGER)
    String stepIn(@PathVariable long id, PageFrame page) {
        Opportunity one = opportunities
                .find(id, opportunities.reach(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        pool.stepIn(one.id(), opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/opportunities/" + id;
    }

    /** Gives everything within reach that nobody has to somebody. */
    @PostMapping("/opportunities/assign")
    @AllowedTo({Role.ANALYST, Role.BRANCH_HEAD})
    String assign(PageFrame page) {
        assignments.assignAll(
                opportunities.reach(page.signedIn()), page.signedIn().userName());
        return "redirect:/opportunities";
    }
}
