package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.insight.Funnels;
import org.yinhang.insight.SavedFunnel;
import org.yinhang.insight.SavedFunnels;
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
    private final SavedFunnels saved;
    private final ListExport export;
    private final Templates templates;

    FunnelController(Funnels funnels, SavedFunnels saved, ListExport export, Templates templates) {
        this.funnels = funnels;
        this.saved = saved;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/insight/funnel")
    JteModel funnel(
            @RequestParam(defaultValue = FIRST) String name,
            @RequestParam(defaultValue = "") String split,
            @RequestParam(defaultValue = "0") int step,
            PageFrame page) {
        return shown(open(name, page), split, step, page);
    }

    /** Counts a declaration as written in the page; it is not kept. */
    @PostMapping("/insight/funnel")
    JteModel counted(
            @RequestParam String declaration,
            @RequestParam(defaultValue = "") String split,
            @RequestParam(defaultValue = "0") int step,
            @RequestParam(defaultValue = "0") long from,
            PageFrame page) {
        List<SavedFunnel> kept = saved.visibleTo(page.signedIn());
        Optional<SavedFunnel> begun =
                kept.stream().filter(one -> one.id() == from).findFirst();
        return shown(
                new OpenFunnel("", declaration, begun, isOwn(begun, page), OpenFunnel.choices(kept, page)),
                split,
                step,
                page);
    }

    /** Keeps a declaration under a name: a new one, or one of the viewer's own in another form. It must be one that can be counted. */
    @PostMapping("/insight/funnel/save")
    String save(
            @RequestParam String declaration,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "0") long id,
            PageFrame page) {
        SavedFunnels.Draft draft = new SavedFunnels.Draft(title, declaration, shared);
        if (funnels.isReady()) {
            funnels.count(declaration);
        }
        if (id == 0) {
            return "redirect:/insight/funnel?name=" + OpenFunnel.name(saved.add(draft, page.signedIn()));
        }
        saved.change(kept(id, page), draft, page.signedIn());
        return "redirect:/insight/funnel?name=" + OpenFunnel.name(id);
    }

    @PostMapping("/insight/funnel/delete")
    String delete(@RequestParam long id, PageFrame page) {
        saved.delete(kept(id, page), page.signedIn());
        return "redirect:/insight/funnel";
    }

    private SavedFunnel kept(long id, PageFrame page) {
        return saved.find(id, page.signedIn()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private JteModel shown(OpenFunnel open, String split, int step, PageFrame page) {
        if (!funnels.isReady()) {
            return templates.insightNothing(page, "insight.funnel.title", "insight.funnel.purpose");
        }
        FunnelResult result = funnels.count(open.declaration());
        int shownStep = step < 1 ? largestLoss(result) + 1 : step;
        return templates.insightFunnel(
                page,
                FunnelPage.of(
                        open,
                        result,
                        funnels.lastBegin(result),
                        split,
                        shownStep,
                        funnels.path(open.declaration(), result, shownStep - 1),
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
        OpenFunnel open = open(name, page);
        FunnelResult result = funnels.count(open.declaration());
        String title = open.saved().map(SavedFunnel::name).orElse(FunnelPage.title(result, page));
        return export.write(FunnelRow.list(), title, FunnelRow.of(result, page), page);
    }

    private OpenFunnel open(String name, PageFrame page) {
        List<SavedFunnel> kept = saved.visibleTo(page.signedIn());
        Optional<Long> number = OpenFunnel.number(name);
        Optional<SavedFunnel> found = kept.stream()
                .filter(one -> number.equals(Optional.of(one.id())))
                .findFirst();
        if (found.isEmpty() && !ShippedFunnels.NAMES.contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new OpenFunnel(
                name,
                found.map(SavedFunnel::declaration).orElseGet(() -> ShippedFunnels.text(name)),
                found,
                isOwn(found, page),
                OpenFunnel.choices(kept, page));
    }

    private static boolean isOwn(Optional<SavedFunnel> funnel, PageFrame page) {
        return funnel.map(one -> one.isOf(page.signedIn())).orElse(false);
    }
}
