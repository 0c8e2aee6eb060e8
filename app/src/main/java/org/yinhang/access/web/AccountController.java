package org.yinhang.access.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUsers;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** One's own account: who one is here, and the password. */
@Controller
@AllowedTo
class AccountController {

    private final StaffUsers users;
    private final Templates templates;

    AccountController(StaffUsers users, Templates templates) {
        this.users = users;
        this.templates = templates;
    }

    @GetMapping("/account")
    JteModel account(@RequestParam(defaultValue = "false") boolean changed, PageFrame page) {
        long id = page.signedIn().userId();
        return templates.accessAccount(
                page, users.find(id, DataScope.wholeBank()).orElseThrow(), users.mustChangePassword(id), changed);
    }

    @PostMapping("/account/password")
    String password(@RequestParam String present, @RequestParam String wanted, PageFrame page) {
        users.changePassword(page.signedIn(), present, wanted);
        return "redirect:/account?changed=true";
    }
}
