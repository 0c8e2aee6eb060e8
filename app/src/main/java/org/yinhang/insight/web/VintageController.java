package org.yinhang.insight.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.insight.Returns;
import org.yinhang.insight.ReturnsPeriod;
import org.yinhang.insight.TagGroups;
import org.yinhang.insight.ValueNames;
import org.yinhang.lake.attribution.VintageReport;
import org.yinhang.lake.attribution.VintageRun;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** How loans age, by quarter or by where they came from; a branch's own for its head. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE, Role.BRANCH_HEAD})
class VintageController {

    private static final int MONTHS = 12;

    private final Returns returns;
    private final ValueNames names;
    private final TagGroups tags;
    private final VisibleBranches branches;
    private final ListExport export;
    private final Templates templates;

    VintageController(
            Returns returns,
            ValueNames names,
            TagGroups tags,
            VisibleBranches branches,
            ListExport export,
            Templates templates) {
        this.returns = returns;
        this.names = names;
        this.tags = tags;
        this.branches = branches;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/insight/vintage")
    JteModel vintage(@RequestParam Map<String, String> asked, PageFrame page) {
        return returns.isReady()
                ? templates.insightVintage(page, of(asked, page))
                : templates.insightNothing(page, "insight.vintage.title", "insight.vintage.purpose");
    }

    private VintagePage of(Map<String, String> asked, PageFrame page) {
        VintageForm asking = VintageForm.of(asked, returns.knownUntil());
        List<Tag> choices = tags.choices();
        Optional<Tag> tag = choices.stream()
                .filter(one -> asking.tag().equals(Optional.of(one.id())))
                .findFirst();
        Optional<VintageRun.By> by = tag.isPresent()
                ? tags.of(tag.get().id()).map(VintageRun.By.Value::new)
                : asking.breakdown().map(VintageRun.By.Source::new);
        VintageForm form = by.isPresent() ? asking : asking.byQuarter();
        ReturnsPeriod period = form.period();
        VintageReport report = returns.vintage(
                period.from(),
                period.until(),
                form.lateness(),
                MONTHS,
                by.orElse(new VintageRun.By.Quarter()),
                branches.of(page.signedIn()));
        return VintagePage.of(form, report, choices, new ShownNames(names, page));
    }

    @GetMapping("/insight/vintage.xlsx")
    ResponseEntity<byte[]> workbook(@RequestParam Map<String, String> asked, PageFrame page) {
        List<VintageRow> rows = of(asked, page).lines();
        return export.write(VintageRow.list(), page.t("insight.vintage.title"), rows, page);
    }
}
