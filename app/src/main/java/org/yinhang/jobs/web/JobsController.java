package org.yinhang.jobs.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The pages of jobs: the list, one run with its live progress, starting and stopping. */
@Controller
@AllowedTo({Role.ADMINISTRATOR, Role.ANALYST})
class JobsController {

    private static final int CHART_DAYS = 14;

    private final Jobs jobs;
    private final BusinessClock clock;
    private final Templates templates;
    private final ListExport export;

    JobsController(Jobs jobs, BusinessClock clock, Templates templates, ListExport export) {
        this.jobs = jobs;
        this.clock = clock;
        this.templates = templates;
        this.export = export;
    }

    @GetMapping("/system/jobs")
    JteModel list(@ListKey("jobs") ListQuery query, PageFrame page) {
        ListDefinition<JobRun> list = JobList.of(jobs.kinds());
        return templates.jobsList(
                page,
                list.fill(query, jobs.page(query), page),
                jobs.active(),
                JobFigures.of(jobs, clock),
                perDay(page),
                startableBy(page.signedIn().roles()));
    }

    @GetMapping("/system/jobs.xlsx")
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(JobList.of(jobs.kinds()), page.t("jobs.title"), query, page, jobs::page);
    }

    /** What is at work now, asked for every second while anything is. */
    @GetMapping("/system/jobs/active")
    JteModel active(PageFrame page) {
        return templates.jobsActive(page, jobs.active(), clock.realInstant());
    }

    @GetMapping("/system/jobs/{id}")
    JteModel run(@PathVariable long id, PageFrame page) {
        return templates.jobsRun(page, find(id), clock.realInstant());
    }

    /** The changing part of one run's page. */
    @GetMapping("/system/jobs/{id}/progress")
    JteModel progress(@PathVariable long id, PageFrame page) {
        return templates.jobsProgress(page, find(id), clock.realInstant());
    }

    @PostMapping("/system/jobs/{name}/start")
    String start(@PathVariable String name, PageFrame page) {
        boolean allowed = startableBy(page.signedIn().roles()).stream()
                .anyMatch(handler -> handler.name().equals(name));
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        JobRun run = jobs.request(name, "", Map.of(), page.signedIn().userName());
        return "redirect:/system/jobs/" + run.id();
    }

    @PostMapping("/system/jobs/{id}/cancel")
    String cancel(@PathVariable long id, PageFrame page) {
        jobs.cancel(find(id), page.signedIn().userName());
        return "redirect:/system/jobs/" + id;
    }

    private List<JobHandler> startableBy(Set<Role> roles) {
        return jobs.kinds().stream()
                .filter(handler -> handler.startedBy().stream().anyMatch(roles::contains))
                .toList();
    }

    private JobRun find(long id) {
        return jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Chart perDay(PageFrame page) {
        LocalDate last = LocalDate.ofInstant(clock.realInstant(), clock.zone());
        LocalDate first = last.minusDays(CHART_DAYS - 1);
        Map<LocalDate, long[]> days = jobs.perDay(first);
        List<String> labels = new ArrayList<>();
        List<Double> good = new ArrayList<>();
        List<Double> bad = new ArrayList<>();
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            long[] counts = days.getOrDefault(day, new long[2]);
            labels.add("%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth()));
            good.add((double) counts[0]);
            bad.add((double) counts[1]);
        });
        return new Chart(
                Chart.Kind.BARS,
                Chart.Size.SMALL,
                page.t("jobs.chart", CHART_DAYS),
                "",
                page.t("jobs.chart.day"),
                labels,
                List.of(
                        new Chart.Series(page.t(JobState.SUCCEEDED.messageKey()), good),
                        new Chart.Series(page.t(JobState.FAILED.messageKey()), bad)),
                null);
    }
}
