package org.yinhang.product.web;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.product.Definition;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyHits;
import org.yinhang.product.PolicyKind;
import org.yinhang.product.PolicyRelease;
import org.yinhang.product.PolicyTable;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.internal.PolicyWorkbookReader;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Changing a decision table: the editor with its analysis, drafts, and what a second person decides. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class PolicyEditController {

    private final Policies policies;
    private final PolicyHits hits;
    private final Templates templates;

    PolicyEditController(Policies policies, PolicyHits hits, Templates templates) {
        this.policies = policies;
        this.hits = hits;
        this.templates = templates;
    }

    @GetMapping("/policies/new")
    JteModel fresh(@RequestParam(defaultValue = "admission") String kind, PageFrame page) {
        PolicyKind chosen = new PolicyForm(Map.of("kind", kind), List.of()).kind();
        PolicyForm form = PolicyForm.empty(chosen, page.today().plusDays(1).toString());
        return templates.productEdit(page, form, 0, List.of());
    }

    @GetMapping("/policies/{id}/edit")
    JteModel edit(@PathVariable String id, @RequestParam Optional<Integer> version, PageFrame page) {
        int newest = newest(id);
        PolicyTable table = version.flatMap(v -> policies.table(id, v))
                .or(() -> policies.table(id, newest))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return templates.productEdit(page, PolicyForm.of(table), newest, List.of());
    }

    private int newest(String id) {
        return policies.newest(PolicyVersion.Kind.TABLE, id);
    }

    /** One more empty row. */
    @GetMapping("/policies/row")
    JteModel row(PageFrame page) {
        return templates.productRow(page, Map.of());
    }

    /** What is wrong with a table while it is written; otherwise what it leaves open and whom it meets. */
    @PostMapping("/policies/check")
    JteModel check(@RequestParam MultiValueMap<String, String> posted, PageFrame page) {
        try {
            PolicyTable table = table(PolicyForm.read(posted));
            CompiledTable compiled = CompiledTable.compile(table.table(), policies.catalogue());
            return templates.productCheck(
                    page,
                    List.of(),
                    table,
                    policies.analyse(table),
                    hits.count(compiled).orElse(null));
        } catch (FaultException e) {
            return templates.productCheck(page, e.faults(), null, null, null);
        }
    }

    private PolicyTable table(PolicyForm form) {
        return policies.check(form.yaml()).definition() instanceof Definition.OfTable(PolicyTable table)
                ? table
                : none();
    }

    private static PolicyTable none() {
        throw new FaultException(Fault.of("PRD-2004", "This is no decision table.", "", "Open a table."));
    }

    @PostMapping("/policies/save")
    ResponseEntity<Void> save(
            @RequestParam MultiValueMap<String, String> posted, @RequestParam int seen, PageFrame page) {
        policies.save(PolicyForm.read(posted).yaml(), seen, page.signedIn());
        return to("/policies");
    }

    /** A workbook brought back: its first table in the editor, beside every row that was not taken. */
    @PostMapping("/policies/import")
    JteModel bring(@RequestParam MultipartFile file, PageFrame page) {
        try (InputStream in = file.getInputStream()) {
            PolicyWorkbookReader.Content content = PolicyWorkbookReader.read(in, policies.catalogue());
            if (content.tables().isEmpty()) {
                throw new FaultException(content.rejected().stream()
                        .map(row -> Fault.of(
                                "PRD-3003",
                                row.reason(),
                                "%s:%d %s".formatted(row.sheet(), row.line(), row.column()),
                                "Mend the row and bring the workbook again."))
                        .toList());
            }
            PolicyTable table = content.tables().getFirst();
            return templates.productEdit(page, PolicyForm.of(table), newest(table.id()), content.rejected());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/policies/{kind}/{id}/{version}/{decision}")
    ResponseEntity<Void> decide(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable int version,
            @PathVariable String decision,
            @RequestParam(defaultValue = "in_force") String stage,
            @RequestParam(defaultValue = "0") int share,
            PageFrame page) {
        PolicyVersion draft = policies.drafts().stream()
                .filter(v -> v.kind().name().toLowerCase(Locale.ROOT).equals(kind))
                .filter(v -> v.id().equals(id) && v.version() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        switch (decision) {
            case "approve" -> {
                PolicyRelease.Stage chosen = ReleasesController.stage(stage);
                policies.approve(draft, chosen, ReleasesController.share(chosen, share), page.signedIn());
            }
            case "reject" -> policies.decide(draft, PolicyVersion.State.REJECTED, page.signedIn());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return to("/policies");
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .build();
    }
}
