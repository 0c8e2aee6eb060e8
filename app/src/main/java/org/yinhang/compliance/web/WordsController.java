package org.yinhang.compliance.web;

import gg.jte.models.runtime.JteModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.lint.CopyLint;
import org.yinhang.compliance.lint.OfferFigures;
import org.yinhang.compliance.rules.WordRules;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The words in force, and a box to try a text before anybody sees it. */
@Controller
@AllowedTo({Role.COMPLIANCE, Role.ANALYST})
class WordsController {

    private final DatedRules rules;
    private final BusinessClock clock;
    private final Templates templates;

    WordsController(DatedRules rules, BusinessClock clock, Templates templates) {
        this.rules = rules;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/compliance/words")
    JteModel words(PageFrame page) {
        return templates.complianceWords(page, inForce(), LedgerList.CHANNELS);
    }

    /** What is wrong with a text while it is written. */
    @PostMapping("/compliance/words/check")
    JteModel check(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "sms") String channel,
            @RequestParam(required = false) Optional<BigDecimal> annual,
            @RequestParam(required = false) Optional<BigDecimal> nominal,
            @RequestParam(required = false) Optional<BigDecimal> fees,
            @RequestParam(required = false) Optional<BigDecimal> instalment,
            @RequestParam(defaultValue = "12") int instalments,
            PageFrame page) {
        Optional<OfferFigures> figures = annual.map(rate -> new OfferFigures(
                Optional.of(rate(rate)),
                rate(nominal.orElse(rate)),
                fees.map(WordsController::money).orElse(Money.ZERO),
                instalment.map(WordsController::money),
                instalments));
        return templates.complianceLint(page, text, new CopyLint(inForce()).check(text, channel, figures));
    }

    private static Rate rate(BigDecimal percent) {
        return Rate.ofPercent(percent.setScale(4, RoundingMode.HALF_UP));
    }

    private static Money money(BigDecimal yuan) {
        return Money.ofYuan(yuan.setScale(2, RoundingMode.HALF_UP));
    }

    private WordRules inForce() {
        return rules.inForce(clock.now().toInstant()).words();
    }
}
