package org.yinhang.model.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.model.Stage;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Two versions side by side: the champion and its challenger, unless others are asked for. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class CompareController {

    private final Models models;
    private final Templates templates;

    CompareController(Models models, Templates templates) {
        this.models = models;
        this.templates = templates;
    }

    @GetMapping("/models/{id}/compare")
    JteModel compare(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int first,
            @RequestParam(defaultValue = "0") int second,
            PageFrame page) {
        ModelDefinition definition =
                models.declared(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<ModelVersion> versions = models.versions(id);
        Optional<ModelVersion> one = ModelController.shown(versions, first);
        Optional<ModelVersion> other = second > 0 ? ModelController.shown(versions, second) : other(versions, one);
        if (one.isEmpty() || other.isEmpty()) {
            return templates.modelCompareNone(page, definition, versions.size());
        }
        return templates.modelCompare(
                page,
                ComparePage.of(
                        definition,
                        versions,
                        one.get(),
                        other.get(),
                        models.compare(one.get(), other.get()).orElse(null),
                        page));
    }

    /** The challenger, else the newest that is not the first. */
    private static Optional<ModelVersion> other(List<ModelVersion> versions, Optional<ModelVersion> first) {
        List<ModelVersion> others = versions.stream()
                .filter(version ->
                        first.isPresent() && version.version() != first.get().version())
                .toList();
        return others.stream()
                .filter(version -> version.stage() == Stage.CHALLENGER)
                .findFirst()
                .or(() -> others.stream().findFirst());
    }
}
