package org.yinhang.product.web;

import gg.jte.models.runtime.JteModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.analysis.Finding;
import org.yinhang.core.policy.analysis.TableAnalysis;
import org.yinhang.core.policy.analysis.TableChange;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyHits;
import org.yinhang.product.PolicyTable;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.internal.PolicyWorkbook;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The decision tables in force: the list, one table with what it does today, its versions side by side. */
@Controller
@AllowedTo({Role.ANALYST, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class PoliciesController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Policies policies;
    private final PolicyHits hits;
    private final ListExport export;
    private final Templates templates;

    PoliciesController(Policies policies, PolicyHits hits, ListExport export, Templates templates) {
        this.policies = policies;
        this.hits = hits;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/policies")
    JteModel list(@ListKey("policies") ListQuery query, PageFrame page) {
        List<PolicyRow> rows = rows();
        return templates.productPolicies(
                page, PolicyList.of().fill(query, slice(query, rows), page), rows, policies.drafts());
    }

    @RequestMapping(
            path = "/policies.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        List<PolicyRow> rows = rows();
        return export.write(PolicyList.of(), page.t("product.policies.title"), query, page, next -> slice(next, rows));
    }

    private List<PolicyRow> rows() {
        return policies.offers().book().tablesOn(policies.asOf().day()).stream()
                .map(table -> {
                    TableAnalysis analysis = policies.analyse(table);
                    long errors = analysis.findings().stream()
                            .filter(Finding::isError)
                            .count();
                    return new PolicyRow(table, errors, analysis.findings().size() - errors);
                })
                .toList();
    }

    private static Slice<PolicyRow> slice(ListQuery query, List<PolicyRow> rows) {
        String wanted = query.text().strip().toLowerCase(Locale.ROOT);
        List<PolicyRow> found = rows.stream()
                .filter(row -> (row.table().id() + " " + row.table().table().zh() + " "
                                + row.table().table().en())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .filter(row -> query.filter("kind")
                        .map(kind -> row.table().kind().name().equalsIgnoreCase(kind))
                        .orElse(true))
                .toList();
        return new Slice<>(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    @GetMapping("/policies/{id}")
    JteModel one(@PathVariable String id, PageFrame page) {
        PolicyTable table = find(id);
        CompiledTable compiled = CompiledTable.compile(table.table(), policies.catalogue());
        Set<String> bureau = new TreeSet<>();
        compiled.fields().forEach(field -> bureau.add(ExpressionText.of(field)));
        bureau.retainAll(policies.bureauFields());
        return templates.productPolicy(
                page,
                new PolicyPage(
                        table,
                        policies.analyse(table),
                        hits.count(compiled).orElse(null),
                        bureau,
                        policies.versions(PolicyVersion.Kind.TABLE, id)));
    }

    /** Two versions of a table side by side: what changed, and for whom. */
    @GetMapping("/policies/{id}/compare")
    JteModel compare(@PathVariable String id, @RequestParam int from, @RequestParam int to, PageFrame page) {
        PolicyTable before = version(id, from);
        PolicyTable after = version(id, to);
        Catalogue catalogue = policies.catalogue();
        CompiledTable old = CompiledTable.compile(before.table(), catalogue);
        CompiledTable changed = CompiledTable.compile(after.table(), catalogue);
        return templates.productCompare(
                page,
                before,
                after,
                TableChange.between(old, changed, policies.asOf()),
                hits.count(old).orElse(null),
                hits.count(changed).orElse(null));
    }

    /** One table as a workbook that can be changed and brought back. */
    @GetMapping("/policies/{id}/workbook")
    ResponseEntity<byte[]> workbookOf(@PathVariable String id) {
        PolicyTable table = find(id);
        LocalDate today = policies.asOf().day();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PolicyWorkbook.write(List.of(table), today, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.xlsx\"".formatted(table.id(), today))
                .body(bytes.toByteArray());
    }

    private PolicyTable find(String id) {
        return policies.offers()
                .book()
                .table(id, policies.asOf().day())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PolicyTable version(String id, int version) {
        return policies.table(id, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
