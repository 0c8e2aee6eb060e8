package org.yinhang.compliance.web;

import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinhang.compliance.ContactLedger;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.policy.ContactPolicy;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Every guard, its source, how surely it is known, and how often it withheld a touch lately. */
@Controller
@AllowedTo({Role.COMPLIANCE, Role.ANALYST})
class GuardsController {

    static final int DAYS = 30;

    private final ContactLedger ledger;
    private final DatedRules rules;
    private final BusinessClock clock;
    private final Templates templates;

    GuardsController(ContactLedger ledger, DatedRules rules, BusinessClock clock, Templates templates) {
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/compliance/guards")
    JteModel guards(PageFrame page) {
        Map<String, Long> figures = new TreeMap<>(ledger.figures(Duration.ofDays(DAYS)));
        long cleared = figures.getOrDefault("cleared", 0L);
        figures.remove("cleared");
        Map<Integer, Long> byGuard = new TreeMap<>();
        figures.forEach((token, times) -> byGuard.merge(Refusal.of(token).code().guard(), times, Long::sum));
        return templates.complianceGuards(
                page,
                ContactPolicy.standard().guards(),
                byGuard,
                cleared,
                rules.inForce(clock.now().toInstant()).version());
    }
}
