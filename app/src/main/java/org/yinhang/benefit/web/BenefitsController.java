package org.yinhang.benefit.web;

import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.yinhang.benefit.Benefit;
import org.yinhang.benefit.BenefitState;
import org.yinhang.benefit.Benefits;
import org.yinhang.benefit.CouponProducts;
import org.yinhang.benefit.Grants;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Benefits: the list, the form that proposes one, and one of them with what campaigns promised of it. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
class BenefitsController {

    private final Benefits benefits;
    private final Grants grants;
    private final CouponProducts products;
    private final ListExport export;
    private final Templates templates;

    BenefitsController(
            Benefits benefits, Grants grants, CouponProducts products, ListExport export, Templates templates) {
        this.benefits = benefits;
        this.grants = grants;
        this.products = products;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/benefits")
    JteModel list(@ListKey("benefits") ListQuery query, PageFrame page) {
        return templates.benefitList(page, BenefitList.of().fill(query, benefits.page(query), page));
    }

    @RequestMapping(
            path = "/benefits.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(BenefitList.of(), page.t("benefit.title"), query, page, benefits::page);
    }

    @GetMapping("/benefits/new")
    @AllowedTo(Role.ANALYST)
    JteModel fresh(PageFrame page) {
        return templates.benefitForm(page, BenefitForm.usual(page.today()), products.today(), true);
    }

    @PostMapping("/benefits")
    @AllowedTo(Role.ANALYST)
    String propose(@RequestParam String code, @RequestParam Map<String, String> typed, PageFrame page) {
        benefits.propose(new BenefitForm(typed).terms(code.strip()), page.signedIn());
        return "redirect:/benefits/" + code.strip();
    }

    @GetMapping("/benefits/{code}")
    JteModel one(@PathVariable String code, PageFrame page) {
        Benefit benefit = find(code);
        return templates.benefitOne(page, benefit, grants.campaigns(benefit), grants.mostAYear());
    }

    @GetMapping("/benefits/{code}/edit")
    @AllowedTo(Role.ANALYST)
    JteModel edit(@PathVariable String code, PageFrame page) {
        Benefit benefit = find(code);
        if (benefit.state() == BenefitState.OPEN || benefit.state() == BenefitState.STOPPED) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return templates.benefitForm(page, benefit.terms(), products.today(), false);
    }

    @PostMapping("/benefits/{code}")
    @AllowedTo(Role.ANALYST)
    String change(@PathVariable String code, @RequestParam Map<String, String> typed, PageFrame page) {
        benefits.change(find(code), new BenefitForm(typed).terms(code), page.signedIn());
        return "redirect:/benefits/" + code;
    }

    @PostMapping("/benefits/{code}/{act}")
    @AllowedTo({Role.ANALYST, Role.COMPLIANCE})
    String act(
            @PathVariable String code,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Instant seen,
            PageFrame page) {
        Benefit benefit = find(code);
        switch (act) {
            case "approve" -> benefits.decide(benefit, seen(seen), true, reason, page.signedIn());
            case "return" -> benefits.decide(benefit, seen(seen), false, reason, page.signedIn());
            case "stop" -> benefits.stop(benefit, reason, page.signedIn());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/benefits/" + code;
    }

    private static Instant seen(@Nullable Instant seen) {
        return Optional.ofNullable(seen).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private Benefit find(String code) {
        return benefits.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
