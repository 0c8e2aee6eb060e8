package org.yinhang.model.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingChoice;
import org.yinhang.model.ModelChoice;
import org.yinhang.model.ModelChoices;
import org.yinhang.model.Models;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagShelf;
import yinhang.pages.Templates;

/** The training wizard: choose, look at the rows, train; each step in the worker, with its progress. */
@Controller
@AllowedTo(Role.ANALYST)
class TrainingController {

    private final Models models;
    private final ModelChoices choices;
    private final TagDefinitions tags;
    private final TagShelf shelf;
    private final Jobs jobs;
    private final BusinessClock clock;
    private final Templates templates;

    TrainingController(
            Models models,
            ModelChoices choices,
            TagDefinitions tags,
            TagShelf shelf,
            Jobs jobs,
            BusinessClock clock,
            Templates templates) {
        this.models = models;
        this.choices = choices;
        this.tags = tags;
        this.shelf = shelf;
        this.jobs = jobs;
        this.clock = clock;
        this.templates = templates;
    }

    /** What can be chosen, beginning from a version or from a choice looked at before. */
    @GetMapping("/models/{id}/train")
    JteModel choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") long run,
            PageFrame page) {
        ModelDefinition declared = declared(id);
        if (run > 0) {
            ModelDefinition before = choice(id, run).definition();
            return wizard(declared, asCopy(before, declared), List.of(), page);
        }
        ModelDefinition before =
                version > 0 ? models.declaration(models.find(id, version)).orElse(declared) : declared;
        return wizard(declared, TrainingChoice.of(before), List.of(), page);
    }

    private static TrainingChoice asCopy(ModelDefinition before, ModelDefinition declared) {
        TrainingChoice same = TrainingChoice.of(before);
        return before.id().equals(declared.id())
                ? same
                : same.as(new TrainingChoice.Copy(before.id(), before.zh(), before.en()));
    }

    /** Checks a choice and asks for a look at its rows; a choice that cannot be is shown again with what is wrong. */
    @PostMapping("/models/{id}/train")
    Object look(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed, PageFrame page) {
        ModelDefinition declared = declared(id);
        TrainingForm form = new TrainingForm(typed, page);
        TrainingChoice choice = form.choice(declared);
        if (!form.faults().isEmpty()) {
            return wizard(declared, choice, form.faults(), page);
        }
        try {
            JobRun run = choices.look(declared, choice, page.signedIn());
            return "redirect:/models/%s/train/%d".formatted(id, run.id());
        } catch (FaultException e) {
            return wizard(declared, choice, e.faults(), page);
        }
    }

    /** How far a look or a training has come, what was seen, and at the end the version. */
    @GetMapping("/models/{id}/train/{run}")
    Object run(@PathVariable String id, @PathVariable long run, PageFrame page) {
        ModelChoice choice = choice(id, run);
        if (choice.version().isPresent()) {
            return "redirect:/models/%s?version=%d"
                    .formatted(choice.definition().id(), choice.version().get());
        }
        ModelWords words = new ModelWords(choice.definition(), tags.byId(), page);
        return templates.modelTraining(page, declared(id), choice, job(run), words, clock.realInstant());
    }

    /** The progress alone, asked again while it goes on; when it is over the page is shown anew. */
    @GetMapping("/models/{id}/train/{run}/progress")
    JteModel progress(@PathVariable String id, @PathVariable long run, PageFrame page, HttpServletResponse response) {
        ModelChoice choice = choice(id, run);
        JobRun job = job(run);
        if (job.state().isOver()) {
            response.setHeader("HX-Refresh", "true");
        }
        return templates.modelTrainingProgress(
                page, "/models/%s/train/%d".formatted(choice.base(), run), job, clock.realInstant());
    }

    /** Starts the training of what was looked at. */
    @PostMapping("/models/{id}/train/{run}/start")
    String start(@PathVariable String id, @PathVariable long run, PageFrame page) {
        ModelChoice looked = choice(id, run);
        if (looked.outlook().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return "redirect:/models/%s/train/%d"
                .formatted(id, choices.train(looked, page.signedIn()).id());
    }

    private JteModel wizard(ModelDefinition declared, TrainingChoice choice, List<Fault> faults, PageFrame page) {
        return templates.modelWizard(
                page,
                TrainingWizard.of(
                        declared, choice, tags.inForce(), choices.refused(declared), shelf.report(), faults, page));
    }

    private ModelChoice choice(String id, long run) {
        return choices.find(run)
                .filter(choice -> choice.base().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private JobRun job(long run) {
        return jobs.find(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelDefinition declared(String id) {
        return models.declared(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
