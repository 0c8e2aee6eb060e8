package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.yinhang.opportunity.handover.Handover;
import org.yinhang.opportunity.handover.HandoverReach;
import org.yinhang.opportunity.handover.Handovers;
import org.yinhang.opportunity.handover.Packs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Handovers, and the pack of each: read by its receivers, looked at by the head. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
class PackController {

    private final Handovers handovers;
    private final Packs packs;
    private final OpportunityWords words;
    private final ListExport export;
    private final BusinessClock clock;
    private final Templates templates;

    PackController(
            Handovers handovers,
            Packs packs,
            OpportunityWords words,
            ListExport export,
            BusinessClock clock,
            Templates templates) {
        this.handovers = handovers;
        this.packs = packs;
        this.words = words;
        this.export = export;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/handovers")
    JteModel list(@ListKey("handovers") ListQuery query, PageFrame page) {
        Slice<Handover> slice = handovers.page(query, handovers.reach(page.signedIn()));
        return templates.opportunityHandovers(
                page, HandoverColumns.ofHandovers().fill(query, slice, page));
    }

    @RequestMapping(
            path = "/handovers.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        HandoverReach reach = handovers.reach(page.signedIn());
        return export.write(
                HandoverColumns.ofHandovers(),
                page.t("handover.title"),
                query,
                page,
                next -> handovers.page(next, reach));
    }

    /** One handover with its pack. Out of reach is not found, exactly as one that does not exist. */
    @GetMapping("/handovers/{id}")
    JteModel pack(@PathVariable long id, ListQuery query, PageFrame page) {
        HandoverReach reach = handovers.reach(page.signedIn());
        Handover handover = find(id, reach);
        return templates.opportunityHandoverPack(
                page,
                handover,
                packs.page(handover, query, reach, true, page.signedIn()),
                query,
                words.now(),
                handover.mayBeUndone(page.signedIn().userName(), clock.today()));
    }

    /** The pack as a workbook: customer numbers only, and nothing people wrote. */
    @GetMapping("/handovers/{id}/pack.xlsx")
    ResponseEntity<byte[]> packWorkbook(@PathVariable long id, ListQuery query, PageFrame page) {
        HandoverReach reach = handovers.reach(page.signedIn());
        Handover handover = find(id, reach);
        return export.write(
                HandoverColumns.ofPack(words.now()),
                page.t("handover.pack.file", Long.toString(id)),
                query,
                page,
                next -> packs.page(handover, next, reach, false, page.signedIn()));
    }

    /** The receiver has read about one customer, or about all of theirs. */
    @PostMapping("/handovers/{id}/read")
    String read(@PathVariable long id, @RequestParam @Nullable Integer customer, ListQuery query, PageFrame page) {
        Handover handover = find(id, handovers.reach(page.signedIn()));
        handovers.read(handover, Optional.ofNullable(customer), page.signedIn());
        return "redirect:/handovers/" + id + "?page=" + query.page();
    }

    private Handover find(long id, HandoverReach reach) {
        return handovers.find(id, reach).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
