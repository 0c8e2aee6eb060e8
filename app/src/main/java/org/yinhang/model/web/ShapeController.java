package org.yinhang.model.web;

import gg.jte.models.runtime.JteModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardTable;
import org.yinhang.core.scorecard.pmml.GlassBoxPmml;
import org.yinhang.core.scorecard.pmml.PmmlWriter;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.TagDefinitions;
import yinhang.pages.Templates;

/** What a version is made of, to be read and to be taken to the policy binder. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class ShapeController {

    private final Models models;
    private final TagDefinitions tags;
    private final ListExport export;
    private final Templates templates;

    ShapeController(Models models, TagDefinitions tags, ListExport export, Templates templates) {
        this.models = models;
        this.tags = tags;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/models/{id}/shape")
    JteModel shape(@PathVariable String id, @RequestParam(defaultValue = "0") int version, PageFrame page) {
        ModelDefinition definition = declared(id);
        ModelVersion shown = ModelController.shown(models.versions(id), version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ModelWords words = new ModelWords(definition, tags.byId(), page);
        return templates.modelShape(page, ShapePage.of(definition, shown, models.learned(shown), words, page), words);
    }

    /** The binder page of a version as a workbook. */
    @GetMapping("/models/{id}/{version}/binder.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String id, @PathVariable int version, PageFrame page) {
        ModelDefinition definition = declared(id);
        ModelWords words = new ModelWords(definition, tags.byId(), page);
        List<BinderRow> rows = BinderRow.of(learned(id, version), words);
        return export.write(BinderRow.list(), ModelWords.name(definition, page) + " v" + version, rows, page);
    }

    /** The card as comma-separated values, figures in full. */
    @GetMapping("/models/{id}/{version}/card.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, @PathVariable int version) {
        return file(ScorecardTable.of(card(id, version)).csv(), id, version, "csv", new MediaType("text", "csv"));
    }

    /** The card for other engines. */
    @GetMapping("/models/{id}/{version}/card.pmml")
    ResponseEntity<byte[]> pmml(@PathVariable String id, @PathVariable int version) {
        return file(PmmlWriter.write(card(id, version), id), id, version, "pmml", MediaType.APPLICATION_XML);
    }

    /** A glass box for other engines. */
    @GetMapping("/models/{id}/{version}/glassbox.pmml")
    ResponseEntity<byte[]> glassBox(@PathVariable String id, @PathVariable int version) {
        ResponseModel.Formula formula =
                learned(id, version).formula().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String document = GlassBoxPmml.write(formula.box(), formula.slope(), formula.intercept(), id);
        return file(document, id, version, "pmml", MediaType.APPLICATION_XML);
    }

    /** One of its ensembles of boosted trees for XGBoost elsewhere, counted from 1. */
    @GetMapping("/models/{id}/{version}/trees-{number}.json")
    ResponseEntity<byte[]> trees(@PathVariable String id, @PathVariable int version, @PathVariable int number) {
        List<String> boosters = learned(id, version).boosters();
        if (number < 1 || number > boosters.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return file(boosters.get(number - 1), id, version, "json", MediaType.APPLICATION_JSON);
    }

    private static ResponseEntity<byte[]> file(String text, String id, int version, String kind, MediaType type) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-v%d.%s".formatted(id, version, kind), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Scorecard card(String id, int version) {
        Optional<Scorecard> card = learned(id, version).scorecard();
        return card.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseModel learned(String id, int version) {
        return models.learned(ModelController.shown(models.versions(declared(id).id()), version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private ModelDefinition declared(String id) {
        return models.declared(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
