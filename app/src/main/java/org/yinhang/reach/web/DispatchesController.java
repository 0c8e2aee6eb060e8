package org.yinhang.reach.web;

import gg.jte.models.runtime.JteModel;
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
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.Dispatches;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** What is on its way: the list, one dispatch with where its touches stand, pausing, stopping, looking after the rest. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE, Role.ADMINISTRATOR})
class DispatchesController {

    private static final int MOST_TROUBLED = 50;

    private final Dispatches dispatches;
    private final ListExport export;
    private final Templates templates;

    DispatchesController(Dispatches dispatches, ListExport export, Templates templates) {
        this.dispatches = dispatches;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/dispatches")
    JteModel list(@ListKey("dispatches") ListQuery query, PageFrame page) {
        return templates.reachDispatches(page, DispatchList.of().fill(query, dispatches.page(query), page));
    }

    @RequestMapping(
            path = "/dispatches.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(DispatchList.of(), page.t("reach.dispatches.title"), query, page, dispatches::page);
    }

    @GetMapping("/dispatches/{id}")
    JteModel one(@PathVariable long id, PageFrame page) {
        Dispatch dispatch = find(id);
        return templates.reachDispatch(
                page,
                dispatch,
                dispatches.reconcile(dispatch),
                dispatches.reasons(dispatch),
                dispatches.troubled(dispatch, MOST_TROUBLED, DataScope.ofCustomers(page.signedIn())));
    }

    /** The changing part of the page. */
    @GetMapping("/dispatches/{id}/now")
    JteModel now(@PathVariable long id, PageFrame page) {
        Dispatch dispatch = find(id);
        return templates.reachReconciliation(
                page, dispatches.reconcile(dispatch), dispatch.state().isOpen() ? "/dispatches/" + id + "/now" : "");
    }

    @PostMapping("/dispatches/{id}/{act}")
    @AllowedTo({Role.ANALYST, Role.COMPLIANCE})
    String act(@PathVariable long id, @PathVariable String act, PageFrame page) {
        Dispatch dispatch = find(id);
        String by = page.signedIn().userName();
        switch (act) {
            case "pause" -> dispatches.pause(dispatch, by);
            case "resume" -> dispatches.resume(dispatch, by);
            case "kill" -> dispatches.kill(dispatch, by);
            case "retry" -> dispatches.retryFailed(dispatch, page.signedIn());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/dispatches/" + id;
    }

    /** What a person found out about a touch nobody knew about. */
    @PostMapping("/dispatches/{id}/touches/{touch}/decide")
    @AllowedTo(Role.COMPLIANCE)
    String decide(
            @PathVariable long id,
            @PathVariable long touch,
            @RequestParam boolean taken,
            @RequestParam String reason,
            PageFrame page) {
        dispatches.decide(touch, taken, reason, page.signedIn());
        return "redirect:/dispatches/" + id;
    }

    private Dispatch find(long id) {
        return dispatches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
