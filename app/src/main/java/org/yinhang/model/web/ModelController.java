package org.yinhang.model.web;

import gg.jte.models.runtime.JteModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.lake.training.DefinitionText;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.BroughtModels;
import org.yinhang.model.ModelRedraws;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.model.Stage;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.TagDefinitions;
import yinhang.pages.Templates;

/** One model: its versions, what they are worth, what they are made of, and the decisions about them. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class ModelController {

    private final Models models;
    private final ModelRedraws redraws;
    private final BroughtModels brought;
    private final TagDefinitions tags;
    private final Templates templates;

    ModelController(
            Models models, ModelRedraws redraws, BroughtModels brought, TagDefinitions tags, Templates templates) {
        this.models = models;
        this.redraws = redraws;
        this.brought = brought;
        this.tags = tags;
        this.templates = templates;
    }

    @GetMapping("/models/{id}")
    JteModel one(@PathVariable String id, @RequestParam(defaultValue = "0") int version, PageFrame page) {
        ModelDefinition definition = declared(id);
        List<ModelVersion> versions = models.versions(id);
        Optional<ModelVersion> shown = shown(versions, version);
        Optional<ModelDefinition> own = shown.flatMap(models::declaration);
        definition = own.orElse(definition);
        ModelWords words = new ModelWords(definition, tags.byId(), page);
        return templates.modelOne(
                page,
                ModelPage.of(
                        definition,
                        versions,
                        models.decisions(id),
                        shown,
                        shown.flatMap(models::evidence),
                        models.health().stream()
                                .filter(one -> one.model().equals(id))
                                .findFirst(),
                        shown.isPresent() && own.isEmpty(),
                        shown.map(one -> redrawn(one, words, page)).orElse(List.of()),
                        shown.flatMap(brought::of),
                        words,
                        page),
                words);
    }

    private List<String> redrawn(ModelVersion version, ModelWords words, PageFrame page) {
        return redraws.of(version)
                .map(redraw -> RedrawPage.tell(
                        redraw.edits(),
                        models.learned(version).glassBoxes().getFirst().box(),
                        words,
                        page))
                .orElse(List.of());
    }

    /** The declaration a version was trained by, to be read and kept. */
    @GetMapping("/models/{id}/{version}/declaration.yaml")
    ResponseEntity<byte[]> declaration(@PathVariable String id, @PathVariable int version) {
        ModelDefinition own = models.declaration(models.find(id, version))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-v%d.yaml".formatted(id, version))
                                .build()
                                .toString())
                .body(DefinitionText.of(own).getBytes(StandardCharsets.UTF_8));
    }

    /** Moves a version on, by a person and with a reason. */
    @PostMapping("/models/{id}/{version}/move")
    String move(
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String reason,
            PageFrame page) {
        models.move(models.find(id, version), stage(stage), page.signedIn(), reason);
        return "redirect:/models/" + id + "?version=" + version;
    }

    @PostMapping("/models/{id}/roll-back")
    String rollBack(@PathVariable String id, @RequestParam(defaultValue = "") String reason, PageFrame page) {
        ModelVersion champion = models.rollBack(declared(id).id(), page.signedIn(), reason);
        return "redirect:/models/" + id + "?version=" + champion.version();
    }

    private static Stage stage(String word) {
        for (Stage stage : Stage.values()) {
            if (stage.name().toLowerCase(Locale.ROOT).equals(word)) {
                return stage;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private ModelDefinition declared(String id) {
        return models.declared(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The version asked for; without one the champion, else the newest. */
    static Optional<ModelVersion> shown(List<ModelVersion> versions, int wanted) {
        if (wanted > 0) {
            return Optional.of(versions.stream()
                    .filter(version -> version.version() == wanted)
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        }
        return versions.stream()
                .filter(version -> version.stage() == Stage.CHAMPION)
                .findFirst()
                .or(() -> versions.stream().findFirst());
    }
}
