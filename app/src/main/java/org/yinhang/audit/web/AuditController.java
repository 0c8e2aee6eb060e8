package org.yinhang.audit.web;

import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yinhang.audit.Audit;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The page of the audit: how much was recorded, whether the chain holds, every entry. */
@Controller
@AllowedTo({Role.COMPLIANCE, Role.ADMINISTRATOR})
class AuditController {

    static final String VERIFY = "audit-verify";
    private static final int CHART_DAYS = 14;

    private final Audit audit;
    private final Jobs jobs;
    private final BusinessClock clock;
    private final Templates templates;
    private final ListExport export;

    AuditController(Audit audit, Jobs jobs, BusinessClock clock, Templates templates, ListExport export) {
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
        this.templates = templates;
        this.export = export;
    }

    @GetMapping("/system/audit")
    JteModel audit(@ListKey("audit") ListQuery query, PageFrame page) {
        Map<String, Long> week = audit.countsSince(clock.realInstant().minus(Duration.ofDays(7)));
        List<JobRun> checks = jobs.page(new ListQuery("", Map.of("job", VERIFY), "", false, 1, 1))
                .items();
        return templates.auditList(
                page,
                AuditList.LIST.fill(query, audit.page(query), page),
                AuditFigures.of(audit, week),
                checks,
                perDay(page));
    }

    @GetMapping("/system/audit.xlsx")
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(AuditList.LIST, page.t("audit.title"), query, page, audit::page);
    }

    /** Starts the recomputation of the chain; the page shows its progress. */
    @PostMapping("/system/audit/verify")
    String verify(PageFrame page) {
        jobs.request(VERIFY, "", Map.of(), page.signedIn().userName());
        return "redirect:/system/audit";
    }

    /** How the check stands, asked for every second while it runs. */
    @GetMapping("/system/audit/check")
    JteModel check(PageFrame page) {
        return templates.auditCheck(
                page,
                jobs.page(new ListQuery("", Map.of("job", VERIFY), "", false, 1, 1))
                        .items());
    }

    private Chart perDay(PageFrame page) {
        LocalDate last = LocalDate.ofInstant(clock.realInstant(), clock.zone());
        LocalDate first = last.minusDays(CHART_DAYS - 1);
        Map<LocalDate, Long> days = audit.perDay(first);
        List<String> labels = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        first.datesUntil(last.plusDays(1)).forEach(day -> {
            labels.add("%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth()));
            counts.add(days.getOrDefault(day, 0L).doubleValue());
        });
        return new Chart(
                Chart.Kind.BARS,
                Chart.Size.SMALL,
                page.t("audit.chart", CHART_DAYS),
                "",
                page.t("audit.chart.day"),
                labels,
                List.of(new Chart.Series(page.t("audit.chart.entries"), counts)),
                null);
    }
}
