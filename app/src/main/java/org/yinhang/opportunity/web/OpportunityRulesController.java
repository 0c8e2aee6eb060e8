package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.audience.ProblemText;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.opportunity.IdentificationRules;
import org.yinhang.opportunity.OpportunityRule;
import org.yinhang.opportunity.RuleDraft;
import org.yinhang.opportunity.RuleEdition;
import org.yinhang.opportunity.RuleLine;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** What makes an opportunity: rules written by one, tried on today's customers, approved by another. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class OpportunityRulesController {

    private final IdentificationRules rules;
    private final OpportunityWords words;
    private final ListExport export;
    private final Templates templates;

    OpportunityRulesController(
            IdentificationRules rules, OpportunityWords words, ListExport export, Templates templates) {
        this.rules = rules;
        this.words = words;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/opportunity-rules")
    JteModel list(@ListKey("opportunity-rules") ListQuery query, PageFrame page) {
        List<RuleLine> all = rules.all();
        return templates.opportunityRules(
                page,
                RuleColumns.of(words.now()).fill(query, RuleColumns.page(all, query), page),
                all.stream().filter(RuleLine::isOn).count(),
                all.stream().filter(line -> line.draft().isPresent()).count(),
                all.stream()
                        .flatMap(line -> line.runs().stream())
                        .mapToLong(run -> run.outcome().opened())
                        .sum());
    }

    @RequestMapping(
            path = "/opportunity-rules.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(
                RuleColumns.of(words.now()),
                page.t("opportunity.rules.title"),
                query,
                page,
                next -> RuleColumns.page(rules.all(), next));
    }

    /** One rule: what is in force, what waits for approval beside it, what came of it, every version. */
    @GetMapping("/opportunity-rules/{code}")
    JteModel one(@PathVariable String code, PageFrame page) {
        return templates.opportunityRule(page, find(code), words.now());
    }

    @GetMapping("/opportunity-rules/new")
    @AllowedTo(Role.ANALYST)
    JteModel fresh(PageFrame page) {
        return edit(Optional.empty(), RuleForm.fresh(), List.of(), page);
    }

    @GetMapping("/opportunity-rules/{code}/edit")
    @AllowedTo(Role.ANALYST)
    JteModel edit(@PathVariable String code, PageFrame page) {
        RuleLine line = find(code);
        return edit(Optional.of(line), RuleForm.of(line), List.of(), page);
    }

    private JteModel edit(Optional<RuleLine> line, RuleForm form, List<Fault> faults, PageFrame page) {
        return templates.opportunityRuleEdit(page, line, form, faults, words.now());
    }

    /** How many customers meet the condition, while somebody writes; what is wrong with it otherwise. */
    @PostMapping("/opportunity-rules/live")
    @AllowedTo(Role.ANALYST)
    JteModel live(@RequestParam(defaultValue = "") String when, PageFrame page) {
        try {
            return templates.opportunityRuleSize(
                    page,
                    Optional.of(rules.size(when.isBlank() ? "true" : when, page.signedIn())),
                    List.of(),
                    List.of());
        } catch (PredicateException e) {
            return templates.opportunityRuleSize(
                    page,
                    Optional.empty(),
                    e.problems().stream()
                            .map(problem -> ProblemText.of(problem, page.texts()))
                            .toList(),
                    List.of());
        } catch (FaultException e) {
            return templates.opportunityRuleSize(page, Optional.empty(), List.of(), e.faults());
        }
    }

    /** What the rule would come to today, by reason left out; nothing is written. */
    @PostMapping("/opportunity-rules/dry-run")
    @AllowedTo(Role.ANALYST)
    JteModel dryRun(RuleForm form, PageFrame page) {
        RuleDraft draft = rules.find(RuleForm.text(form.code()))
                .map(line -> of(line, form.draft()))
                .orElseGet(form::draft);
        RuleDraft tried = new RuleDraft(draft.rule(), draft.isOn(), draft.note().isBlank() ? "–" : draft.note());
        try {
            return templates.opportunityRuleDryRun(page, Optional.of(rules.dryRun(tried, page.signedIn())), List.of());
        } catch (FaultException e) {
            return templates.opportunityRuleDryRun(page, Optional.empty(), e.faults());
        }
    }

    @PostMapping("/opportunity-rules/new")
    @AllowedTo(Role.ANALYST)
    @Nullable
    JteModel add(RuleForm form, PageFrame page, HttpServletResponse response) {
        return saved(Optional.empty(), form, () -> rules.add(form.draft(), page.signedIn()), page, response);
    }

    @PostMapping("/opportunity-rules/{code}/edit")
    @AllowedTo(Role.ANALYST)
    @Nullable
    JteModel change(@PathVariable String code, RuleForm form, PageFrame page, HttpServletResponse response) {
        RuleLine line = find(code);
        RuleDraft draft = form.draft();
        return saved(
                Optional.of(line),
                form,
                () -> rules.save(of(line, draft), form.seenVersion(), page.signedIn()),
                page,
                response);
    }

    /** The same with products in the order of the rule it changes: where worth is not known, the first goes before others. */
    private static RuleDraft of(RuleLine line, RuleDraft draft) {
        List<String> before = line.present().rule().products();
        OpportunityRule rule = draft.rule();
        return new RuleDraft(
                rule.with(
                        line.code(),
                        rule.products().stream()
                                .sorted(Comparator.comparingInt((String product) ->
                                        before.contains(product) ? before.indexOf(product) : before.size()))
                                .toList()),
                draft.isOn(),
                draft.note());
    }

    /** Leads to what was saved; where that is refused, what was written stays on the page beside what is wrong. */
    private @Nullable JteModel saved(
            Optional<RuleLine> line,
            RuleForm form,
            Supplier<RuleEdition> work,
            PageFrame page,
            HttpServletResponse response) {
        try {
            RuleEdition saved = work.get();
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", "/opportunity-rules/" + saved.rule().code());
            return null;
        } catch (FaultException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return edit(line, form, e.faults(), page);
        }
    }

    /** A draft that switches the rule off, or on again as it was. */
    @PostMapping("/opportunity-rules/{code}/switch")
    @AllowedTo(Role.ANALYST)
    String turn(
            @PathVariable String code,
            @RequestParam boolean on,
            @RequestParam String note,
            @RequestParam int seen,
            PageFrame page) {
        RuleLine line = find(code);
        rules.save(new RuleDraft(line.present().rule(), on, note), seen, page.signedIn());
        return "redirect:/opportunity-rules/" + code;
    }

    /** A draft that says what ships. */
    @PostMapping("/opportunity-rules/{code}/restore")
    @AllowedTo(Role.ANALYST)
    String restore(@PathVariable String code, @RequestParam String note, @RequestParam int seen, PageFrame page) {
        RuleEdition shipped = find(code).shipped().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        rules.save(new RuleDraft(shipped.rule(), true, note), seen, page.signedIn());
        return "redirect:/opportunity-rules/" + code;
    }

    @PostMapping("/opportunity-rules/{code}/{version}/decide")
    @AllowedTo(Role.COMPLIANCE)
    String decide(
            @PathVariable String code, @PathVariable int version, @RequestParam boolean approved, PageFrame page) {
        RuleEdition draft = find(code).editions().stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        rules.decide(draft, approved, page.signedIn());
        return "redirect:/opportunity-rules/" + code;
    }

    private RuleLine find(String code) {
        return rules.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
