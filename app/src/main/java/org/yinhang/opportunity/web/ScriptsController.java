package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.opportunity.CallScript;
import org.yinhang.opportunity.ScriptVersion;
import org.yinhang.opportunity.Scripts;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** What is said on the phone: every version with what came of it, written by one and approved by another. */
@Controller
@AllowedTo({Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.COMPLIANCE})
class ScriptsController {

    private final Scripts scripts;
    private final OpportunityWords words;
    private final Templates templates;

    ScriptsController(Scripts scripts, OpportunityWords words, Templates templates) {
        this.scripts = scripts;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/scripts")
    JteModel all(PageFrame page) {
        return templates.opportunityScripts(page, scripts.all(), scripts.figures());
    }

    /** One version: as it is spoken, what the word check says, and its text to go on from. */
    @GetMapping("/scripts/{code}/{version}")
    JteModel one(@PathVariable String code, @PathVariable int version, PageFrame page) {
        ScriptVersion found = find(code, version);
        CallScript script = found.script();
        String product = script.products().stream()
                .sorted()
                .findFirst()
                .map(id -> words.now().product(id, page))
                .orElse(page.t("opportunity.script.product"));
        return templates.opportunityScript(
                page, found, script, product, script.whole(product), scripts.lint(script, product), newest(code));
    }

    /** A new script, from the text of an approved one. */
    @GetMapping("/scripts/new")
    @AllowedTo({Role.ANALYST, Role.BRANCH_HEAD})
    JteModel fresh(PageFrame page) {
        String text = scripts.all().stream()
                .filter(version -> version.state() == ScriptVersion.State.APPROVED)
                .min(Comparator.comparing(ScriptVersion::code))
                .map(ScriptVersion::yaml)
                .orElseGet(Scripts::example);
        return fresh("", text, List.of(), page);
    }

    private JteModel fresh(String code, String text, List<Fault> faults, PageFrame page) {
        return templates.opportunityScriptNew(page, code, text, faults);
    }

    /** Saves a new script; where that is refused, what was written stays on the page. */
    @PostMapping("/scripts/new")
    @AllowedTo({Role.ANALYST, Role.BRANCH_HEAD})
    @Nullable
    JteModel add(@RequestParam String code, @RequestParam String yaml, PageFrame page, HttpServletResponse response) {
        try {
            ScriptVersion saved = scripts.add(code.strip(), yaml, page.signedIn());
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", "/scripts/" + saved.code() + "/" + saved.version());
            return null;
        } catch (FaultException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return fresh(code, yaml, e.faults(), page);
        }
    }

    private int newest(String code) {
        return scripts.all().stream()
                .filter(version -> version.code().equals(code))
                .mapToInt(ScriptVersion::version)
                .max()
                .orElse(0);
    }

    /** What the word check says while somebody writes. */
    @PostMapping("/scripts/check")
    @AllowedTo({Role.ANALYST, Role.BRANCH_HEAD})
    JteModel check(@RequestParam String yaml, PageFrame page) {
        CallScript script = CallScript.read(YamlNode.parse(yaml, "script"));
        String product = page.t("opportunity.script.product");
        return templates.complianceLint(page, script.whole(product), scripts.lint(script, product));
    }

    @PostMapping("/scripts")
    @AllowedTo({Role.ANALYST, Role.BRANCH_HEAD})
    String save(@RequestParam String code, @RequestParam String yaml, @RequestParam int seen, PageFrame page) {
        ScriptVersion saved = scripts.save(code, yaml, seen, page.signedIn());
        return "redirect:/scripts/" + saved.code() + "/" + saved.version();
    }

    @PostMapping("/scripts/{code}/{version}/decide")
    @AllowedTo(Role.COMPLIANCE)
    String decide(
            @PathVariable String code, @PathVariable int version, @RequestParam boolean approved, PageFrame page) {
        scripts.decide(find(code, version), approved, page.signedIn());
        return "redirect:/scripts";
    }

    private ScriptVersion find(String code, int version) {
        return scripts.find(code, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
