package org.yinhang.ingest.web;

import gg.jte.models.runtime.JteModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.ingest.internal.Inbox;
import org.yinhang.ingest.internal.LoadJob;
import org.yinhang.ingest.internal.LoadRepository;
import org.yinhang.ingest.internal.RejectFiles;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.ingest.LoadOutline;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The pages of loading: the inbox, what a mapping would load, one load with its bad rows, the loads there were. */
@Controller
@AllowedTo(Role.ADMINISTRATOR)
class DataController {

    private final Inbox inbox;
    private final LoadRepository loads;
    private final RejectFiles rejects;
    private final Jobs jobs;
    private final Lake lake;
    private final Audit audit;
    private final Templates templates;
    private final ListExport export;
    private final BusinessClock clock;

    DataController(
            Inbox inbox,
            LoadRepository loads,
            RejectFiles rejects,
            Jobs jobs,
            Lake lake,
            Audit audit,
            Templates templates,
            ListExport export,
            BusinessClock clock) {
        this.inbox = inbox;
        this.loads = loads;
        this.rejects = rejects;
        this.jobs = jobs;
        this.lake = lake;
        this.audit = audit;
        this.templates = templates;
        this.export = export;
        this.clock = clock;
    }

    @GetMapping("/system/data")
    JteModel data(ListQuery query, PageFrame page) {
        return templates.ingestData(
                page,
                LoadList.LIST.fill(query, loads.page(query), page),
                DataFigures.of(lake.current()),
                inbox.mappings(),
                inbox.folder().toString());
    }

    @GetMapping("/system/data.xlsx")
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(LoadList.LIST, page.t("ingest.loads"), query, page, loads::page);
    }

    /** What a mapping would load, or what is wrong with it. */
    @GetMapping("/system/data/mapping")
    JteModel mapping(@RequestParam(defaultValue = "") String name, PageFrame page) {
        Path mapping = find(name);
        LoadOutline outline;
        List<Fault> faults;
        try {
            outline = inbox.outline(mapping, lake.current());
            faults = List.of();
        } catch (FaultException e) {
            outline = new LoadOutline(List.of());
            faults = e.faults();
        }
        return templates.ingestMapping(page, name, outline.inputs(), faults);
    }

    @PostMapping("/system/data/loads")
    String start(@RequestParam(defaultValue = "") String name, PageFrame page) {
        find(name);
        String user = page.signedIn().userName();
        JobRun run = jobs.request(LoadJob.NAME, name, LoadJob.input(name, user), user);
        return "redirect:/system/data/loads/" + run.id();
    }

    @GetMapping("/system/data/loads/{run}")
    JteModel load(@PathVariable long run, PageFrame page) {
        return templates.ingestLoad(page, job(run), loads.find(run), rejects.of(run), clock.realInstant());
    }

    /** The changing part of a load's page. */
    @GetMapping("/system/data/loads/{run}/outcome")
    JteModel outcome(@PathVariable long run, PageFrame page) {
        return templates.ingestOutcome(page, job(run), loads.find(run), rejects.of(run), clock.realInstant());
    }

    /** A list of bad rows. It holds no identifier and no personal data, but lines of the bank's file, so it is audited. */
    @GetMapping("/system/data/loads/{run}/rejects/{file}")
    ResponseEntity<Resource> rejects(@PathVariable long run, @PathVariable String file, PageFrame page) {
        Path list = rejects.find(run, file).orElseThrow(DataController::notFound);
        audit.record(AuditNote.by(page.signedIn(), "ingest.rejects-downloaded", "load " + run)
                .with(file));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(new FileSystemResource(list));
    }

    private Path find(String name) {
        return inbox.mapping(name).orElseThrow(DataController::notFound);
    }

    private JobRun job(long run) {
        return jobs.find(run).filter(job -> job.name().equals(LoadJob.NAME)).orElseThrow(DataController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
