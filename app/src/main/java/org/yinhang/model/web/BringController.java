package org.yinhang.model.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.BroughtModel;
import org.yinhang.model.BroughtModels;
import org.yinhang.model.Models;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.TagDefinitions;
import yinhang.pages.Templates;

/** Brings a model made elsewhere in as a version: choose the file, see it judged, and it is a draft. */
@Controller
@AllowedTo(Role.ANALYST)
class BringController {

    private final Models models;
    private final BroughtModels brought;
    private final TagDefinitions tags;
    private final Jobs jobs;
    private final BusinessClock clock;
    private final Templates templates;

    BringController(
            Models models,
            BroughtModels brought,
            TagDefinitions tags,
            Jobs jobs,
            BusinessClock clock,
            Templates templates) {
        this.models = models;
        this.brought = brought;
        this.tags = tags;
        this.jobs = jobs;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/models/{id}/bring")
    JteModel choose(@PathVariable String id, PageFrame page) {
        return form(declared(id), List.of(), page);
    }

    @PostMapping("/models/{id}/bring")
    Object bring(
            @PathVariable String id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean falling,
            @RequestParam(defaultValue = "false") boolean calibrated,
            @RequestParam(defaultValue = "") String reason,
            PageFrame page)
            throws IOException {
        ModelDefinition declared = declared(id);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            JobRun run = brought.bring(
                    declared,
                    new ModelFile(name, file.getBytes()),
                    new ModelFile.Use(falling, calibrated),
                    reason,
                    page.signedIn());
            return "redirect:/models/%s/bring/%d".formatted(id, run.id());
        } catch (FaultException e) {
            return form(declared, e.faults(), page);
        }
    }

    /** How far the judging has come, what is wrong with the file, and at the end the version. */
    @GetMapping("/models/{id}/bring/{run}")
    Object run(@PathVariable String id, @PathVariable long run, PageFrame page) {
        BroughtModel one = brought(id, run);
        return one.version().isPresent()
                ? "redirect:/models/%s?version=%d".formatted(id, one.version().get())
                : templates.modelBrought(page, declared(id), one, job(run), clock.realInstant());
    }

    /** The progress alone, asked again while it goes on; when it is over the page is shown anew. */
    @GetMapping("/models/{id}/bring/{run}/progress")
    JteModel progress(@PathVariable String id, @PathVariable long run, PageFrame page, HttpServletResponse response) {
        JobRun job = job(brought(id, run).run());
        if (job.state().isOver()) {
            response.setHeader("HX-Refresh", "true");
        }
        return templates.modelTrainingProgress(
                page, "/models/%s/bring/%d".formatted(id, run), job, clock.realInstant());
    }

    /** The file as it came. */
    @GetMapping("/models/{id}/{version}/brought")
    @AllowedTo({Role.ANALYST, Role.COMPLIANCE})
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable int version) {
        ModelFile file = brought.of(models.find(id, version))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .file();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    private JteModel form(ModelDefinition declared, List<Fault> faults, PageFrame page) {
        return templates.modelBring(
                page, declared, brought.fields(declared), new ModelWords(declared, tags.byId(), page), faults);
    }

    private BroughtModel brought(String id, long run) {
        return brought.find(run)
                .filter(one -> one.model().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private JobRun job(long run) {
        return jobs.find(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelDefinition declared(String id) {
        return models.declared(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
