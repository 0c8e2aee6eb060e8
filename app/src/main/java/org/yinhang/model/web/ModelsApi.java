package org.yinhang.model.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.model.CustomerScore;
import org.yinhang.model.CustomerScores;
import org.yinhang.model.ModelDecision;
import org.yinhang.model.ModelHealth;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.model.Stage;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Models for programs: the registry, decisions about versions, and the score of one customer with its reasons. */
@RestController
@RequestMapping("/api/v1/models")
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
@Tag(name = "models", description = "Trained versions, where they stand, and scores with reasons")
class ModelsApi {

    private final Models models;
    private final CustomerScores scores;
    private final Customers customers;
    private final Audit audit;

    ModelsApi(Models models, CustomerScores scores, Customers customers, Audit audit) {
        this.models = models;
        this.scores = scores;
        this.customers = customers;
        this.audit = audit;
    }

    /** The versions of a model and the steps they took. */
    record Life(List<ModelVersion> versions, List<ModelDecision> decisions) {}

    /** Where a version is to go, and why. */
    record Move(Stage stage, String reason) {}

    /** Why the champion before is brought back. */
    record RollBack(String reason) {}

    /** Whom to score, and what to take for other than it is. */
    record Question(int customer, @Nullable Map<String, String> whatIf) {}

    @GetMapping
    @Operation(summary = "Every version of every model, the newest of each first")
    List<ModelVersion> all() {
        return models.versions();
    }

    @GetMapping("/health")
    @Operation(summary = "How champions fare: shift of scores and features, AUC and calibration as outcomes mature")
    List<ModelHealth> health() {
        return models.health();
    }

    @GetMapping("/{id}")
    @Operation(summary = "The versions of one model and every decision about them")
    Life one(@PathVariable String id) {
        return models.declared(id)
                .map(model -> new Life(models.versions(model.id()), models.decisions(model.id())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/versions/{version}/move")
    @Operation(summary = "Validate, approve, put in the shadow, put in force, or retire a version; with the reason")
    ModelVersion move(
            @PathVariable String id,
            @PathVariable int version,
            @RequestBody Move move,
            @Parameter(hidden = true) Viewer viewer) {
        return models.move(models.find(id, version), move.stage(), viewer, move.reason());
    }

    @PostMapping("/{id}/roll-back")
    @Operation(summary = "Bring the champion before the present one back")
    ModelVersion rollBack(@PathVariable String id, @RequestBody RollBack why, @Parameter(hidden = true) Viewer viewer) {
        return models.rollBack(id, viewer, why.reason());
    }

    @PostMapping("/{id}/score")
    @Operation(
            summary = "The score of one customer by the champion, with reasons",
            description = "Bit for bit what the tag says; whatIf takes columns of the model for other than they are")
    CustomerScore score(
            @PathVariable String id, @RequestBody Question question, @Parameter(hidden = true) Viewer viewer) {
        Customer customer = customers
                .find(question.customer(), DataScope.ofCustomers(viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, String> whatIf = question.whatIf();
        CustomerScore score = scores.score(id, customer.number(), whatIf == null ? Map.of() : whatIf);
        audit.record(AuditNote.by(viewer, "model.score", "customer " + customer.number())
                .with(id));
        return score;
    }
}
