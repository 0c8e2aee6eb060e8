package org.yinhang.shared.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import yinhang.pages.Templates;

/** The home page: the panels that matter to the viewer's role. */
@Controller
@AllowedTo
class HomeController {

    private final Panels panels;
    private final Templates templates;

    HomeController(Panels panels, Templates templates) {
        this.panels = panels;
        this.templates = templates;
    }

    @GetMapping("/")
    JteModel home(PageFrame page) {
        return templates.sharedHome(page, panels.of(new HomeSubject(), page));
    }
}
