package org.yinhang.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The door. */
@Controller
@AllowedTo(strangers = true)
class SignInController {

    private final Templates templates;

    SignInController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    JteModel signIn(PageFrame page, HttpServletRequest request) {
        Map<String, String[]> asked = request.getParameterMap();
        String notice = "";
        if (asked.containsKey("refused")) {
            notice = "sign-in.refused";
        } else if (asked.containsKey("left")) {
            notice = "sign-in.left";
        } else if (asked.containsKey("ended")) {
            notice = "sign-in.ended";
        }
        return templates.accessSignIn(page, notice);
    }
}
