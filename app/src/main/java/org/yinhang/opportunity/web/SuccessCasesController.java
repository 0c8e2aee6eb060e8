package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.opportunity.CaseFigures;
import org.yinhang.opportunity.ContactRecord;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.SuccessCase;
import org.yinhang.opportunity.SuccessCases;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** How opportunities were won: found by product, source and objection, each with what came of calls made with it. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.COMPLIANCE})
class SuccessCasesController {

    private final SuccessCases cases;
    private final Opportunities opportunities;
    private final OpportunityWords words;
    private final ListExport export;
    private final Templates templates;

    SuccessCasesController(
            SuccessCases cases,
            Opportunities opportunities,
            OpportunityWords words,
            ListExport export,
            Templates templates) {
        this.cases = cases;
        this.opportunities = opportunities;
        this.words = words;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/success-cases")
    JteModel list(@ListKey("success-cases") ListQuery query, PageFrame page) {
        Slice<SuccessCase> slice = cases.page(query, page.signedIn());
        return templates.opportunityCases(
                page,
                CaseColumns.of(words.now(), cases.figures(slice.items()), page).fill(query, slice, page));
    }

    /** The cases as a workbook, with what came of calls made with each. */
    @RequestMapping(
            path = "/success-cases.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        Map<Long, CaseFigures> figures = new HashMap<>();
        return export.write(
                CaseColumns.of(words.now(), figures, page), page.t("opportunity.cases.title"), query, page, next -> {
                    Slice<SuccessCase> slice = cases.page(next, page.signedIn());
                    figures.putAll(cases.figures(slice.items()));
                    return slice;
                });
    }

    @GetMapping("/success-cases/{id}")
    JteModel one(@PathVariable long id, PageFrame page) {
        SuccessCase found = find(id, page);
        return templates.opportunityCase(
                page,
                found,
                cases.figures(List.of(found)).getOrDefault(id, CaseFigures.NONE),
                cases.lint(found),
                cases.mayDecide(found, page.signedIn()),
                words.now());
    }

    /** A new case of an opportunity that was won, with what the last contact recorded. */
    @GetMapping("/opportunities/{id}/case")
    @AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
    JteModel fresh(@PathVariable long id, PageFrame page) {
        Opportunity won = won(id, page);
        List<ContactRecord> contacts = cases.contacts(won);
        CaseForm form = CaseForm.of(
                contacts.stream().flatMap(one -> one.need().stream()).findFirst(),
                contacts.stream().flatMap(one -> one.objection().stream()).findFirst());
        return templates.opportunityCaseNew(page, won, form, List.of(), words.now());
    }

    /** Keeps a new case; where that is refused, what was written stays on the page. */
    @PostMapping("/opportunities/{id}/case")
    @AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
    @Nullable
    JteModel write(@PathVariable long id, CaseForm form, PageFrame page, HttpServletResponse response) {
        Opportunity won = won(id, page);
        try {
            SuccessCase written =
                    cases.write(won, form.chosenNeed(), form.chosenObjection(), form.text(), page.signedIn());
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", "/success-cases/" + written.id());
            return null;
        } catch (FaultException e) {
            List<Fault> faults = e.faults().stream()
                    .map(fault -> Fault.of(
                            fault.code(),
                            fault.what(),
                            page.texts().orElse("opportunity.case." + fault.where(), fault.where()),
                            fault.next()))
                    .toList();
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return templates.opportunityCaseNew(page, won, form, faults, words.now());
        }
    }

    @PostMapping("/success-cases/{id}/decide")
    @AllowedTo({Role.BRANCH_HEAD, Role.COMPLIANCE})
    String decide(
            @PathVariable long id,
            @RequestParam boolean approved,
            @RequestParam(defaultValue = "") String why,
            PageFrame page) {
        cases.decide(find(id, page), approved, why, page.signedIn());
        return "redirect:/success-cases/" + id;
    }

    private SuccessCase find(long id, PageFrame page) {
        return cases.find(id, page.signedIn()).orElseThrow(SuccessCasesController::notFound);
    }

    private Opportunity won(long id, PageFrame page) {
        return opportunities
                .find(id, opportunities.reach(page.signedIn()))
                .filter(one -> SuccessCases.mayBeWritten(one, page.signedIn()))
                .orElseThrow(SuccessCasesController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
