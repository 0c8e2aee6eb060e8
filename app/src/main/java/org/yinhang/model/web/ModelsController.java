package org.yinhang.model.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.ModelHealth;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.model.Stage;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.TagShelf;
import yinhang.pages.Templates;

/** Every declared model, how good it is, where it stands and how it fares. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class ModelsController {

    private static final String TRAINING = "model-train";

    private final Models models;
    private final TagShelf shelf;
    private final Jobs jobs;
    private final ListExport export;
    private final Templates templates;

    ModelsController(Models models, TagShelf shelf, Jobs jobs, ListExport export, Templates templates) {
        this.models = models;
        this.shelf = shelf;
        this.jobs = jobs;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/models")
    JteModel list(@ListKey("models") ListQuery query, PageFrame page) {
        List<ModelRow> rows = rows();
        return templates.modelList(
                page,
                ModelList.of(page).fill(query, slice(query, rows, page), page),
                ModelsSummary.of(rows),
                jobs.active().stream()
                        .filter(run -> run.name().equals(TRAINING))
                        .findFirst()
                        .map(JobRun::id)
                        .orElse(0L));
    }

    @RequestMapping(
            path = "/models.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        List<ModelRow> rows = rows();
        return export.write(ModelList.of(page), page.t("model.title"), query, page, next -> slice(next, rows, page));
    }

    /** Starts the training of one model, or of all, and leads to its progress. */
    @PostMapping("/models/train")
    @AllowedTo(Role.ANALYST)
    String train(@RequestParam(defaultValue = "") String model, PageFrame page) {
        if (!model.isEmpty() && models.declared(model).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        JobRun run = jobs.request(
                TRAINING,
                model,
                model.isEmpty() ? Map.of() : Map.of("models", model),
                page.signedIn().userName());
        return "redirect:/system/jobs/" + run.id();
    }

    private List<ModelRow> rows() {
        Map<String, ModelVersion> newest = new HashMap<>();
        Map<String, ModelVersion> champions = new HashMap<>();
        for (ModelVersion version : models.versions()) {
            newest.putIfAbsent(version.model(), version);
            if (version.stage() == Stage.CHAMPION) {
                champions.put(version.model(), version);
            }
        }
        Map<String, ModelHealth> health =
                models.health().stream().collect(Collectors.toMap(ModelHealth::model, Function.identity()));
        Optional<TagReport> report = shelf.report();
        return models.declared().stream()
                .map(model -> new ModelRow(
                        model,
                        newest.get(model.id()),
                        champions.get(model.id()),
                        health.get(model.id()),
                        report.flatMap(run -> scored(model, run)).orElse(null)))
                .toList();
    }

    /** The day of the run, where at least one customer has a score of the model. */
    private static Optional<LocalDate> scored(ModelDefinition model, TagReport run) {
        boolean isScored = model.scores().stream()
                .flatMap(score -> run.tag(score.tag()).stream())
                .anyMatch(tag -> tag.figures().known() > 0);
        return isScored ? Optional.of(run.asOf()) : Optional.empty();
    }

    private static Slice<ModelRow> slice(ListQuery query, List<ModelRow> rows, PageFrame page) {
        String wanted = query.text().strip().toLowerCase(Locale.ROOT);
        List<ModelRow> found = rows.stream()
                .filter(r -> (r.definition().id() + " " + r.definition().zh() + " "
                                + r.definition().en() + " "
                                + r.definition().family().zh() + " "
                                + r.definition().family().en())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .filter(r -> is(query, "family", r.definition().family().name()))
                .filter(r -> is(query, "stage", stage(r)))
                .filter(r -> is(query, "state", r.state().name()))
                .sorted(order(query, page))
                .toList();
        return new Slice<>(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    private static String stage(ModelRow row) {
        return Optional.ofNullable(row.newest())
                .map(version -> version.stage().name())
                .orElse("");
    }

    private static boolean is(ListQuery query, String filter, String value) {
        return query.filter(filter).map(value::equalsIgnoreCase).orElse(true);
    }

    private static Comparator<ModelRow> order(ListQuery query, PageFrame page) {
        Comparator<ModelRow> order =
                switch (query.sort()) {
                    case "name" -> Comparator.comparing(r -> ModelWords.name(r.definition(), page));
                    case "auc" -> Comparator.comparingDouble(ModelRow::auc);
                    case "shift" -> Comparator.comparingDouble(ModelRow::shift);
                    case "trained" -> Comparator.comparing(ModelRow::trained);
                    default -> Comparator.comparing(r -> r.definition().family());
                };
        return query.isDescending() ? order.reversed() : order;
    }
}
