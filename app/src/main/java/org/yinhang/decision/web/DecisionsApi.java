package org.yinhang.decision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.yinhang.customer.Customers;
import org.yinhang.decision.live.Decision;
import org.yinhang.decision.live.DecisionQuestion;
import org.yinhang.decision.live.Decisions;
import org.yinhang.decision.live.Replay;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Decisions for programs: what one customer may be offered here and now, and the proof of it later. */
@RestController
@RequestMapping("/api/v1/decisions")
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
@Tag(name = "decisions", description = "Ranked offers with price, limit and cost, every refusal with its codes")
class DecisionsApi {

    private final Decisions decisions;
    private final Customers customers;

    DecisionsApi(Decisions decisions, Customers customers) {
        this.decisions = decisions;
        this.customers = customers;
    }

    /** A question as programs ask it. */
    record Question(
            String request,
            int customer,
            String channel,
            @Nullable Map<String, String> given) {}

    @PostMapping
    @Operation(
            summary = "Decide what a customer may be offered",
            description = "The ledger's row is on disk before the answer; a request asked again has the answer it had")
    Decision decide(@RequestBody Question question, @Parameter(hidden = true) Viewer viewer) {
        if (!customers.covers(question.customer(), DataScope.ofCustomers(viewer))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, String> given = question.given();
        return decisions.decide(
                new DecisionQuestion(
                        question.request(), question.customer(), question.channel(), given == null ? Map.of() : given),
                viewer.userName());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A decision as the ledger keeps it")
    Decision one(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        return found(id, viewer);
    }

    @PostMapping("/{id}/replay")
    @Operation(summary = "Reckon a decision anew and compare the bytes; names the first difference")
    Replay replay(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        return decisions.replay(found(id, viewer).id());
    }

    private Decision found(long id, Viewer viewer) {
        return decisions
                .find(id, DataScope.ofCustomers(viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
