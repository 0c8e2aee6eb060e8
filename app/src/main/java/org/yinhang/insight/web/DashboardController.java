package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.pdf.PdfExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The period's key figures against the period before, by product, channel, branch and month; a branch's own for its head. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE, Role.BRANCH_HEAD})
class DashboardController {

    private final DashboardPages pages;
    private final ListExport export;
    private final PdfExport pdf;
    private final Templates templates;

    DashboardController(DashboardPages pages, ListExport export, PdfExport pdf, Templates templates) {
        this.pages = pages;
        this.export = export;
        this.pdf = pdf;
        this.templates = templates;
    }

    @GetMapping("/insight/dashboard")
    JteModel dashboard(@RequestParam Map<String, String> asked, PageFrame page) {
        return pages.isReady()
                ? templates.insightDashboard(page, pages.of(asked, page))
                : templates.insightNothing(page, "insight.dashboard.title", "insight.dashboard.purpose");
    }

    @GetMapping("/insight/dashboard.xlsx")
    ResponseEntity<byte[]> workbook(@RequestParam Map<String, String> asked, PageFrame page) {
        DashboardPage one = pages.of(asked, page);
        List<DashboardRow> rows = new ArrayList<>(List.of(one.total()));
        rows.addAll(one.rows());
        return export.write(
                DashboardRow.list(),
                page.t("insight.dashboard.title"),
                rows,
                List.of(one.periods(page), one.outcomesAsOf(page)),
                page);
    }

    @GetMapping("/insight/dashboard.pdf")
    ResponseEntity<byte[]> document(@RequestParam Map<String, String> asked, PageFrame page) {
        DashboardPage one = pages.of(asked, page);
        return pdf.write(
                "insight-dashboard",
                page.t("insight.dashboard.title"),
                one.rows().size(),
                page,
                file -> DashboardPdf.fill(file, one, page));
    }
}
