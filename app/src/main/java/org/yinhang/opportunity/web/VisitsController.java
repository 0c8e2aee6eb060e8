package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customers;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.visit.Visit;
import org.yinhang.opportunity.visit.Visits;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The visits within reach with their evidence: a head sees those to the customers of the branch. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
class VisitsController {

    private final Visits visits;
    private final Opportunities opportunities;
    private final Customers customers;
    private final OpportunityWords words;
    private final ListExport export;
    private final Templates templates;

    VisitsController(
            Visits visits,
            Opportunities opportunities,
            Customers customers,
            OpportunityWords words,
            ListExport export,
            Templates templates) {
        this.visits = visits;
        this.opportunities = opportunities;
        this.customers = customers;
        this.words = words;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/visits")
    JteModel list(@ListKey("visits") ListQuery query, PageFrame page) {
        Slice<Visit> slice = visits.page(query, opportunities.reach(page.signedIn()));
        Map<Integer, String> names = customers.maskedNames(
                slice.items().stream().map(Visit::customer).distinct().toList(), DataScope.wholeBank());
        return templates.opportunityVisits(
                page, VisitColumns.of(words.now(), names).fill(query, slice, page));
    }

    /** A workbook names nobody: its rows carry customer numbers only. */
    @RequestMapping(
            path = "/visits.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        OpportunityReach reach = opportunities.reach(page.signedIn());
        return export.write(
                VisitColumns.of(words.now(), Map.of()),
                page.t("opportunity.visits.title"),
                query,
                page,
                next -> visits.page(next, reach));
    }

    /** One visit. Out of reach is not found, exactly as one that does not exist. */
    @GetMapping("/visits/{id}")
    JteModel one(@PathVariable long id, PageFrame page) {
        Visit visit = find(id, page);
        return templates.opportunityVisitOne(
                page,
                visit,
                visits.photos(id),
                customers
                        .maskedNames(List.of(visit.customer()), DataScope.wholeBank())
                        .getOrDefault(visit.customer(), ""),
                words.now());
    }

    /** The picture, kept by no browser. */
    @GetMapping("/visits/{id}/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable long id, @PathVariable long photo, PageFrame page) {
        byte[] picture = visits.look(find(id, page), photo, page.signedIn())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    private Visit find(long id, PageFrame page) {
        return visits.find(id, opportunities.reach(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
