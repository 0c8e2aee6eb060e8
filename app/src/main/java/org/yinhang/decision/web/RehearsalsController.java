package org.yinhang.decision.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.yinhang.access.Branch;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customers;
import org.yinhang.decision.rehearsal.KeptRehearsal;
import org.yinhang.decision.rehearsal.Rehearsal;
import org.yinhang.decision.rehearsal.Rehearsals;
import org.yinhang.decision.rehearsal.Subject;
import org.yinhang.jobs.JobRun;
import org.yinhang.product.Policies;
import org.yinhang.product.Product;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Changes of policy, tags and models played on the past: asked for, watched, read by whoever approves. Figures are of the whole bank. */
@Controller
@AllowedTo({Role.ANALYST, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class RehearsalsController {

    private static final int SHOWN = 50;

    private final Rehearsals rehearsals;
    private final Policies policies;
    private final Customers customers;
    private final Branches branches;
    private final BusinessClock clock;
    private final ListExport export;
    private final Templates templates;

    RehearsalsController(
            Rehearsals rehearsals,
            Policies policies,
            Customers customers,
            Branches branches,
            BusinessClock clock,
            ListExport export,
            Templates templates) {
        this.rehearsals = rehearsals;
        this.policies = policies;
        this.customers = customers;
        this.branches = branches;
        this.clock = clock;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/rehearsals")
    JteModel list(@ListKey("rehearsals") ListQuery query, PageFrame page) {
        return templates.decisionRehearsals(page, RehearsalList.of().fill(query, rehearsals.page(query), page));
    }

    @RequestMapping(
            path = "/rehearsals.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(RehearsalList.of(), page.t("rehearsal.title"), query, page, rehearsals::page);
    }

    @GetMapping("/rehearsals/{kind}/{id}/{version}")
    JteModel one(@PathVariable String kind, @PathVariable String id, @PathVariable int version, PageFrame page) {
        Subject subject = subject(kind, id, version);
        Rehearsals.Name name = name(subject);
        Optional<JobRun> running = rehearsals.running(subject);
        Optional<KeptRehearsal> kept = rehearsals.newest(subject);
        return templates.decisionRehearsal(
                page,
                subject,
                page.texts().isChinese() ? name.zh() : name.en(),
                running.orElse(null),
                clock.realInstant(),
                kept.map(rehearsal -> view(rehearsal, page)).orElse(null),
                rehearsals.isRead(subject),
                rehearsals.isInForce(subject),
                switch (subject.kind()) {
                    case PRODUCT, TABLE, CAP -> "/policies";
                    case TAG -> "/tags";
                    case MODEL -> "/models/%s?version=%d".formatted(id, version);
                });
    }

    /** How far a rehearsal has come; the page is shown anew once it is over. */
    @GetMapping("/rehearsals/{kind}/{id}/{version}/progress")
    JteModel progress(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable int version,
            PageFrame page,
            HttpServletResponse response) {
        Subject subject = subject(kind, id, version);
        Optional<JobRun> running = rehearsals.running(subject);
        if (running.isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        return templates.decisionRehearsalProgress(page, subject, running.orElse(null), clock.realInstant());
    }

    @PostMapping("/rehearsals/{kind}/{id}/{version}")
    ResponseEntity<Void> ask(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam(defaultValue = "12") int months,
            PageFrame page) {
        Subject subject = subject(kind, id, version);
        if (rehearsals.running(subject).isEmpty()) {
            rehearsals.ask(subject, months, page.signedIn());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/rehearsals/" + subject.path())
                .build();
    }

    private RehearsalView view(KeptRehearsal kept, PageFrame page) {
        Rehearsal result = kept.result();
        boolean chinese = page.texts().isChinese();
        RehearsalCharts charts = new RehearsalCharts(result, page);
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        Map<Integer, String> names = customers.maskedNames(
                result.changed().stream().map(Rehearsal.Changed::customer).toList(), scope);
        Map<String, String> branchNames = branches.within(DataScope.wholeBank()).stream()
                .collect(Collectors.toMap(Branch::code, branch -> name(branch, chinese)));
        return new RehearsalView(
                kept,
                List.of(charts.reasons(), charts.months()),
                result.changed().stream()
                        .filter(changed -> names.containsKey(changed.customer()))
                        .limit(SHOWN)
                        .toList(),
                names,
                code -> policies.offers()
                        .book()
                        .product(code, result.day())
                        .map(product -> name(product, chinese))
                        .orElse(code),
                code -> branchNames.getOrDefault(code, code));
    }

    private static String name(Product product, boolean chinese) {
        return chinese ? product.zh() : product.en();
    }

    private static String name(Branch branch, boolean chinese) {
        return chinese ? branch.name() : branch.nameInEnglish();
    }

    private Rehearsals.Name name(Subject subject) {
        return rehearsals.name(subject).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Subject subject(String kind, String id, int version) {
        return Subject.Kind.of(kind)
                .map(one -> new Subject(one, id, version))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
