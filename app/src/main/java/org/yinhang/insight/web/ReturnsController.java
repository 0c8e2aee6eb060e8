package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.insight.ContactCosts;
import org.yinhang.insight.Returns;
import org.yinhang.insight.ValueNames;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** What touches cost, what they are credited with and what they truly added; a branch's own for its head. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE, Role.BRANCH_HEAD})
class ReturnsController {

    private final Returns returns;
    private final ValueNames names;
    private final VisibleBranches branches;
    private final ListExport export;
    private final Templates templates;

    ReturnsController(
            Returns returns, ValueNames names, VisibleBranches branches, ListExport export, Templates templates) {
        this.returns = returns;
        this.names = names;
        this.branches = branches;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/insight/returns")
    JteModel returns(@RequestParam Map<String, String> asked, PageFrame page) {
        if (!returns.isReady()) {
            return templates.insightNothing(page, "insight.returns.title", "insight.returns.purpose");
        }
        return templates.insightReturns(page, of(asked, page));
    }

    private ReturnsPage of(Map<String, String> asked, PageFrame page) {
        ReturnsForm form = ReturnsForm.of(asked, returns.knownUntil());
        Returns.Question question = form.question(branches.of(page.signedIn()));
        return ReturnsPage.of(
                form,
                returns.credits(question),
                returns.increments(question),
                ContactCosts.bundled(),
                new ShownNames(names, page));
    }

    @GetMapping("/insight/returns.xlsx")
    ResponseEntity<byte[]> workbook(@RequestParam Map<String, String> asked, PageFrame page) {
        List<ReturnsRow> rows = of(asked, page).rows();
        return export.write(ReturnsRow.list(), page.t("insight.returns.title"), rows, page);
    }
}
