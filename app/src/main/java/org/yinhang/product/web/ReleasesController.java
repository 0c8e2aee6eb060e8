package org.yinhang.product.web;

import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.yinhang.product.Definition;
import org.yinhang.product.PolicyRelease;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.Releases;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Versions on trial and in force: what trials show, putting in force, taking back; and every release that was. */
@Controller
@AllowedTo({Role.ANALYST, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class ReleasesController {

    private final Releases releases;
    private final ListExport export;
    private final Templates templates;

    ReleasesController(Releases releases, ListExport export, Templates templates) {
        this.releases = releases;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/policies/releases")
    JteModel list(@ListKey("releases") ListQuery query, PageFrame page) {
        List<StandingVersion> standing = releases.standing().stream()
                .filter(release -> release.stage() != PolicyRelease.Stage.WITHDRAWN)
                .sorted(Comparator.comparing(PolicyRelease::number).reversed())
                .map(release -> standing(release, page))
                .toList();
        return templates.productReleases(
                page,
                ReleaseList.of().fill(query, releases.page(query), page),
                standing.stream().filter(one -> one.release().stage().isTrial()).toList(),
                standing.stream()
                        .filter(one -> !one.release().stage().isTrial())
                        .toList());
    }

    private StandingVersion standing(PolicyRelease release, PageFrame page) {
        PolicyVersion version = releases.version(release.kind(), release.id(), release.version())
                .orElseThrow();
        return new StandingVersion(
                release,
                new ProductWords(page).name(Definition.read(version.yaml())),
                release.stage().isTrial() ? releases.figures(release) : Optional.empty(),
                release.stage() == PolicyRelease.Stage.CHALLENGER ? releases.outcomes(release) : Optional.empty(),
                version.savedBy().equals(page.signedIn().userName()));
    }

    @RequestMapping(
            path = "/policies/releases.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(ReleaseList.of(), page.t("product.releases.title"), query, page, releases::page);
    }

    /** Uses an approved version otherwise, from now on. */
    @PostMapping("/policies/{kind}/{id}/{version}/release")
    @AllowedTo({Role.ANALYST, Role.COMPLIANCE})
    ResponseEntity<Void> release(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "false") boolean withdraw,
            @RequestParam(defaultValue = "0") int share,
            @RequestParam(defaultValue = "") String reason,
            PageFrame page) {
        PolicyVersion approved = Arrays.stream(PolicyVersion.Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst()
                .flatMap(one -> releases.version(one, id, version))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PolicyRelease.Stage chosen = withdraw ? PolicyRelease.Stage.WITHDRAWN : stage(stage);
        releases.change(approved, chosen, share(chosen, share), reason, page.signedIn());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/policies/releases")
                .build();
    }

    static PolicyRelease.Stage stage(String word) {
        return Arrays.stream(PolicyRelease.Stage.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The share a form means: only a challenger's is typed. */
    static int share(PolicyRelease.Stage stage, int typed) {
        return switch (stage) {
            case SHADOW, WITHDRAWN -> 0;
            case CHALLENGER -> typed;
            case IN_FORCE -> 100;
        };
    }
}
