package org.yinhang.demo.web;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.demo.DemoDays;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The button that plays days of the simulated bank, and how far they are. */
@Controller
@AllowedTo({Role.ANALYST, Role.ADMINISTRATOR, Role.BRANCH_HEAD})
class DemoDayController {

    private final DemoDays days;
    private final BusinessClock clock;
    private final Templates templates;

    DemoDayController(DemoDays days, BusinessClock clock, Templates templates) {
        this.days = days;
        this.clock = clock;
        this.templates = templates;
    }

    @PostMapping("/demo/days")
    String play(@RequestParam(defaultValue = "1") int count, PageFrame page) {
        onlyInTheDemo(page);
        days.play(count, page.signedIn());
        return "redirect:/";
    }

    /** The changing part of the panel. */
    @GetMapping("/demo/days/now")
    JteModel now(PageFrame page) {
        onlyInTheDemo(page);
        return templates.demoDay(page, days.active().orElse(null), days.last().orElse(null), clock.realInstant());
    }

    private static void onlyInTheDemo(PageFrame page) {
        if (!page.isDemo()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
