package org.yinhang.access.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The page of the branch tree. */
@Controller
@AllowedTo({Role.ADMINISTRATOR, Role.BRANCH_HEAD})
class BranchesController {

    private final Branches branches;
    private final Templates templates;

    BranchesController(Branches branches, Templates templates) {
        this.branches = branches;
        this.templates = templates;
    }

    @GetMapping("/system/branches")
    JteModel tree(PageFrame page) {
        return templates.accessBranches(
                page,
                branches.withStaff(DataScope.ofOrganisation(page.signedIn())),
                page.signedIn().roles().contains(Role.ADMINISTRATOR));
    }

    @PostMapping("/system/branches")
    @AllowedTo(Role.ADMINISTRATOR)
    String put(
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String nameInEnglish,
            @RequestParam String parent,
            PageFrame page) {
        DataScope scope = DataScope.ofOrganisation(page.signedIn());
        if (branches.within(scope).stream().noneMatch(known -> known.code().equals(parent))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        branches.put(code.strip(), name.strip(), nameInEnglish.strip(), parent);
        return "redirect:/system/branches";
    }
}
