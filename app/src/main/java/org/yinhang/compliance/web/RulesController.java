package org.yinhang.compliance.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.RuleVersion;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.compliance.rules.RuleTexts;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The dated rules: what holds today, what comes, who wrote it and who approved it. */
@Controller
@AllowedTo({Role.COMPLIANCE, Role.ANALYST})
class RulesController {

    private final DatedRules rules;
    private final BusinessClock clock;
    private final Templates templates;

    RulesController(DatedRules rules, BusinessClock clock, Templates templates) {
        this.rules = rules;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/compliance/rules")
    JteModel all(PageFrame page) {
        List<RulePage> sets = Arrays.stream(RuleKind.values()).map(this::set).toList();
        return templates.complianceRules(page, rules.inForce(clock.now().toInstant()), sets, rules.drafts());
    }

    @GetMapping("/compliance/rules/{kind}")
    JteModel one(@PathVariable String kind, PageFrame page) {
        return templates.complianceRule(page, set(find(kind)), clock.today());
    }

    /** What is wrong with a text while it is written. */
    @PostMapping("/compliance/rules/{kind}/check")
    JteModel check(@PathVariable String kind, @RequestParam String yaml, PageFrame page) {
        try {
            RuleTexts.check(find(kind), yaml);
            return templates.complianceChecked(page, List.of());
        } catch (FaultException e) {
            return templates.complianceChecked(page, e.faults());
        }
    }

    @PostMapping("/compliance/rules/{kind}")
    ResponseEntity<Void> save(
            @PathVariable String kind,
            @RequestParam String yaml,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            @RequestParam(defaultValue = "") String note,
            @RequestParam int seen,
            PageFrame page) {
        rules.save(find(kind), yaml, validFrom, note.strip(), seen, page.signedIn());
        return back();
    }

    @PostMapping("/compliance/rules/{kind}/{version}/{decision}")
    @AllowedTo(Role.COMPLIANCE)
    ResponseEntity<Void> decide(
            @PathVariable String kind, @PathVariable int version, @PathVariable String decision, PageFrame page) {
        RuleVersion draft = rules.find(find(kind), version).orElseThrow(RulesController::unknown);
        rules.decide(
                draft,
                switch (decision) {
                    case "approve" -> RuleVersion.State.APPROVED;
                    case "reject" -> RuleVersion.State.REJECTED;
                    default -> throw unknown();
                },
                page.signedIn());
        return back();
    }

    private RulePage set(RuleKind kind) {
        Optional<RuleVersion> standing = rules.standing(kind, clock.today());
        String text = standing.map(RuleVersion::yaml).orElseGet(kind::shipped);
        return new RulePage(kind, standing, text, rules.versions(kind));
    }

    private static RuleKind find(String kind) {
        return RuleKind.named(kind).orElseThrow(RulesController::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/compliance/rules")
                .build();
    }
}
