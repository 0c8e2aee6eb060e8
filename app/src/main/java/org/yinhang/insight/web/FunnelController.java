package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.insight.Funnels;
import org.yinhang.insight.ShippedFunnels;
import org.yinhang.lake.funnel.FunnelResult;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** How far customers come, step by step, by what, and where they are lost. Figures of the whole bank. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class FunnelController {

    private static final String FIRST = "contact";

    private final Funnels funnels;
    private final ListExport export;
    private final Templates templates;

    FunnelController(Funnels funnels, ListExport export, Templates templates) {
        this.funnels = funnels;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/insight/funnel")
    JteModel funnel(
            @RequestParam(defaultValue = FIRST) String name,
            @RequestParam(defaultValue = "") String split,
            @RequestParam(defaultValue = "0") int step,
            PageFrame page) {
        return shown(name, declaration(name), split, step, page);
    }

    /** Counts a declaration as written in the page; it is not kept. */
    @PostMapping("/insight/funnel")
    JteModel counted(
            @RequestParam String declaration,
            @RequestParam(defaultValue = "") String split,
            @RequestParam(defaultValue = "0") int step,
            PageFrame page) {
        return shown("", declaration, split, step, page);
    }

    private JteModel shown(String name, String declaration, String split, int step, PageFrame page) {
        if (!funnels.isReady()) {
            return templates.insightNothing(page, "insight.funnel.title", "insight.funnel.purpose");
        }
        FunnelResult result = funnels.count(declaration);
        int shownStep = step < 1 ? largestLoss(result) + 1 : step;
        return templates.insightFunnel(
                page,
                FunnelPage.of(
                        name,
                        declaration,
                        result,
                        funnels.lastBegin(result),
                        split,
                        shownStep,
                        funnels.path(declaration, result, shownStep - 1),
                        page));
    }

    /** The step after which most are lost, from 0. */
    private static int largestLoss(FunnelResult result) {
        int worst = 0;
        for (int step = 0; step < result.losses().size(); step++) {
            if (result.losses().get(step).lost() > result.losses().get(worst).lost()) {
                worst = step;
            }
        }
        return worst;
    }

    @GetMapping("/insight/funnel.xlsx")
    ResponseEntity<byte[]> workbook(@RequestParam(defaultValue = FIRST) String name, PageFrame page) {
        FunnelResult result = funnels.count(declaration(name));
        var rows = FunnelRow.of(result, page);
        return export.write(FunnelRow.list(), FunnelPage.title(result, page), rows, page);
    }

    private static String declaration(String name) {
        if (!ShippedFunnels.NAMES.contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ShippedFunnels.text(name);
    }
}
