package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.opportunity.Skills;
import org.yinhang.opportunity.Worker;
import org.yinhang.opportunity.WorkerChange;
import org.yinhang.opportunity.Workers;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Who attacks, who follows up, what each is good at: chosen, seen, confirmed. */
@Controller
@AllowedTo({Role.BRANCH_HEAD, Role.ADMINISTRATOR})
class WorkersController {

    private final Workers workers;
    private final Skills skills;
    private final OpportunityWords words;
    private final ListExport export;
    private final Templates templates;

    WorkersController(Workers workers, Skills skills, OpportunityWords words, ListExport export, Templates templates) {
        this.workers = workers;
        this.skills = skills;
        this.words = words;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/opportunity-members")
    JteModel list(@ListKey("opportunity-members") ListQuery query, PageFrame page) {
        Slice<Worker> slice = workers.page(query, page.signedIn());
        return templates.opportunityWorkers(
                page, WorkerColumns.of(words.now(), skills.choices(), page).fill(query, slice, page));
    }

    @RequestMapping(
            path = "/opportunity-members.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(
                WorkerColumns.of(words.now(), skills.choices(), page),
                page.t("opportunity.workers.title"),
                query,
                page,
                next -> workers.page(next, page.signedIn()));
    }

    /** One of them. Out of reach is not found, exactly as one that does not exist. */
    @GetMapping("/opportunity-members/{code}")
    JteModel one(@PathVariable String code, PageFrame page) {
        List<Worker> found = workers.of(Set.of(code), page.signedIn());
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return edit(found, page);
    }

    /** Those chosen in the list. */
    @PostMapping("/opportunity-members/change")
    JteModel change(ListQuery query, PageFrame page) {
        return edit(
                workers.page(query.withPage(1).withSize(ListQuery.LARGEST), page.signedIn())
                        .items(),
                page);
    }

    private JteModel edit(List<Worker> chosen, PageFrame page) {
        return templates.opportunityWorkerEdit(page, chosen, skills.choices(), words.now());
    }

    /** What would change: nothing is written yet. */
    @PostMapping("/opportunity-members/preview")
    JteModel preview(WorkerForm form, PageFrame page) {
        return templates.opportunityWorkerPreview(page, change(form, page), words.now());
    }

    @PostMapping("/opportunity-members/save")
    String save(WorkerForm form, PageFrame page) {
        workers.save(form.seen(), change(form, page), page.signedIn());
        return "redirect:/opportunity-members";
    }

    private WorkerChange change(WorkerForm form, PageFrame page) {
        return workers.change(form.staff(), form.wanted(), page.signedIn());
    }
}
