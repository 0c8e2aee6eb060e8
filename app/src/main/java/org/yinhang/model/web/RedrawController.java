package org.yinhang.model.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.ModelRedraws;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.model.Redraw;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.TagDefinitions;
import yinhang.pages.Templates;

/** Curves of a glass box drawn anew: changes gathered in the address, tried in the worker, kept as a draft with a reason. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class RedrawController {

    private final Models models;
    private final ModelRedraws redraws;
    private final TagDefinitions tags;
    private final Jobs jobs;
    private final BusinessClock clock;
    private final Templates templates;

    RedrawController(
            Models models,
            ModelRedraws redraws,
            TagDefinitions tags,
            Jobs jobs,
            BusinessClock clock,
            Templates templates) {
        this.models = models;
        this.redraws = redraws;
        this.tags = tags;
        this.jobs = jobs;
        this.clock = clock;
        this.templates = templates;
    }

    /** A curve, as it is and with the changes so far. */
    @GetMapping("/models/{id}/{version}/redraw")
    JteModel draw(
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(required = false) @Nullable List<String> edit,
            PageFrame page) {
        ModelVersion parent = models.find(id, version);
        try {
            return page(parent, column, possible(parent, edit), List.of(), page);
        } catch (FaultException e) {
            return page(parent, column, List.of(), e.faults(), page);
        }
    }

    /** Adds a change, and leads to the address that says so; one that cannot be made is told of beside the curve. */
    @GetMapping("/models/{id}/{version}/redraw/add")
    Object add(
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam String column,
            @RequestParam String action,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(required = false) @Nullable List<String> edit,
            PageFrame page) {
        ModelVersion parent = models.find(id, version);
        List<CurveEdit> before = List.of();
        try {
            before = possible(parent, edit);
            List<CurveEdit> edits = new ArrayList<>(before);
            edits.add(EditForm.edit(column, action, from, to, value));
            models.learned(parent).redrawn(edits);
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/models/{id}/{version}/redraw")
                            .queryParam("column", "{column}")
                            .queryParam(
                                    "edit", edits.stream().map(EditForm::text).toArray())
                            .encode()
                            .buildAndExpand(id, version, column)
                            .toUriString();
        } catch (FaultException e) {
            return page(parent, column, before, e.faults(), page);
        }
    }

    /** Asks for what the changes would do. */
    @PostMapping("/models/{id}/{version}/redraw")
    Object tryOut(
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(required = false) @Nullable List<String> edit,
            PageFrame page) {
        ModelVersion parent = models.find(id, version);
        List<CurveEdit> edits = List.of();
        try {
            edits = possible(parent, edit);
            JobRun run = redraws.tryOut(parent, edits, page.signedIn());
            return "redirect:" + address(id, version, run.id());
        } catch (FaultException e) {
            return page(parent, column, edits, e.faults(), page);
        }
    }

    /** What the changes do, and at the end the draft. */
    @GetMapping("/models/{id}/{version}/redraw/{run}")
    Object run(@PathVariable String id, @PathVariable int version, @PathVariable long run, PageFrame page) {
        Redraw redraw = redraw(id, version, run);
        if (redraw.version().isPresent()) {
            return "redirect:/models/%s?version=%d"
                    .formatted(id, redraw.version().get());
        }
        return shown(redraw, List.of(), page);
    }

    private JteModel shown(Redraw redraw, List<Fault> faults, PageFrame page) {
        ModelVersion parent = models.find(redraw.model(), redraw.parent());
        ModelDefinition definition = definition(parent);
        ModelWords words = new ModelWords(definition, tags.byId(), page);
        JobRun job = job(redraw.run());
        return templates.modelRedrawn(
                page,
                definition,
                redraw,
                RedrawPage.tell(redraw.edits(), box(parent).box(), words, page),
                redraw.edits().stream().map(EditForm::text).toList(),
                job,
                redraws.keeps(redraw, page.signedIn()),
                faults,
                clock.realInstant());
    }

    /** The progress alone; when it is over the page is shown anew. */
    @GetMapping("/models/{id}/{version}/redraw/{run}/progress")
    JteModel progress(
            @PathVariable String id,
            @PathVariable int version,
            @PathVariable long run,
            PageFrame page,
            HttpServletResponse response) {
        redraw(id, version, run);
        JobRun job = job(run);
        if (job.state().isOver()) {
            response.setHeader("HX-Refresh", "true");
        }
        return templates.modelTrainingProgress(page, address(id, version, run), job, clock.realInstant());
    }

    /** Asks for a draft with the changes that were tried. */
    @PostMapping("/models/{id}/{version}/redraw/{run}/keep")
    Object keep(
            @PathVariable String id,
            @PathVariable int version,
            @PathVariable long run,
            @RequestParam(defaultValue = "") String reason,
            PageFrame page) {
        Redraw tried = redraw(id, version, run);
        if (tried.effect().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        try {
            return "redirect:"
                    + address(
                            id,
                            version,
                            redraws.keep(tried, page.signedIn(), reason).id());
        } catch (FaultException e) {
            return shown(tried, e.faults(), page);
        }
    }

    /** The changes of an address, which anybody may have written: all of them can be made to this version. */
    private List<CurveEdit> possible(ModelVersion parent, @Nullable List<String> texts) {
        List<CurveEdit> edits = EditForm.edits(texts);
        if (!edits.isEmpty()) {
            models.learned(parent).redrawn(edits);
        }
        return edits;
    }

    private JteModel page(
            ModelVersion parent, String column, List<CurveEdit> edits, List<Fault> faults, PageFrame page) {
        ModelDefinition definition = definition(parent);
        ModelWords words = new ModelWords(definition, tags.byId(), page);
        return templates.modelRedraw(
                page, RedrawPage.of(definition, parent, box(parent), column, edits, faults, words, page));
    }

    private ResponseModel.WeightedBox box(ModelVersion version) {
        List<ResponseModel.WeightedBox> boxes = models.learned(version).glassBoxes();
        if (boxes.size() != 1) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return boxes.getFirst();
    }

    private ModelDefinition definition(ModelVersion version) {
        return models.declaration(version)
                .or(() -> models.declared(version.model()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Redraw redraw(String id, int version, long run) {
        return redraws.find(run)
                .filter(redraw -> redraw.model().equals(id) && redraw.parent() == version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private JobRun job(long run) {
        return jobs.find(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String address(String id, int version, long run) {
        return "/models/%s/%d/redraw/%d".formatted(id, version, run);
    }
}
