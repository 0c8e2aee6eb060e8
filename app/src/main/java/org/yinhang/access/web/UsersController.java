package org.yinhang.access.web;

import gg.jte.models.runtime.JteModel;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.access.NewUser;
import org.yinhang.access.StaffUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The pages of users: branch heads see their own people, administrators also change them. */
@Controller
@AllowedTo(Role.ADMINISTRATOR)
class UsersController {

    private final StaffUsers users;
    private final Branches branches;
    private final Templates templates;
    private final ListExport export;

    UsersController(StaffUsers users, Branches branches, Templates templates, ListExport export) {
        this.users = users;
        this.branches = branches;
        this.templates = templates;
        this.export = export;
    }

    @GetMapping("/system/users")
    @AllowedTo({Role.ADMINISTRATOR, Role.BRANCH_HEAD})
    JteModel list(@ListKey("users") ListQuery query, PageFrame page) {
        return templates.accessUsers(page, UserList.LIST.fill(query, users.page(query, scope(page)), page));
    }

    @GetMapping("/system/users.xlsx")
    @AllowedTo({Role.ADMINISTRATOR, Role.BRANCH_HEAD})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(UserList.LIST, page.t("users.title"), query, page, next -> users.page(next, scope(page)));
    }

    @GetMapping("/system/users/{id}")
    @AllowedTo({Role.ADMINISTRATOR, Role.BRANCH_HEAD})
    JteModel user(@PathVariable long id, PageFrame page) {
        return templates.accessUser(page, find(id, page));
    }

    @GetMapping("/system/users/new")
    JteModel blank(PageFrame page) {
        return templates.accessNewUser(page, branches.within(scope(page)));
    }

    @PostMapping("/system/users")
    String add(
            @RequestParam String userName,
            @RequestParam String displayName,
            @RequestParam String branch,
            @RequestParam(defaultValue = "") Set<Role> role,
            @RequestParam String password,
            PageFrame page) {
        if (branches.within(scope(page)).stream()
                .noneMatch(known -> known.code().equals(branch))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        StaffUser added = users.add(
                new NewUser(userName.strip(), displayName, branch, null, role, password, true),
                page.signedIn().userName());
        return "redirect:/system/users/" + added.id();
    }

    @PostMapping("/system/users/{id}/roles")
    String roles(@PathVariable long id, @RequestParam(defaultValue = "") Set<Role> role, PageFrame page) {
        users.giveRoles(find(id, page), role, page.signedIn().userName());
        return "redirect:/system/users/" + id;
    }

    @PostMapping("/system/users/{id}/enabled")
    String enabled(@PathVariable long id, @RequestParam boolean enabled, PageFrame page) {
        if (id == page.signedIn().userId()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        users.enable(find(id, page), enabled, page.signedIn().userName());
        return "redirect:/system/users/" + id;
    }

    @PostMapping("/system/users/{id}/password")
    String password(@PathVariable long id, @RequestParam String password, PageFrame page) {
        users.resetPassword(find(id, page), password, page.signedIn().userName());
        return "redirect:/system/users/" + id;
    }

    private StaffUser find(long id, PageFrame page) {
        return users.find(id, scope(page)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static DataScope scope(PageFrame page) {
        return DataScope.ofOrganisation(page.signedIn());
    }
}
