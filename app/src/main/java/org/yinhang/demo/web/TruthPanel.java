package org.yinhang.demo.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.experiment.Range;
import org.yinhang.demo.DemoDays;
import org.yinhang.insight.CampaignIncrements;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.Outcome;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** Beside the measured increment of a campaign what the simulated bank knows it to be. */
@Component
class TruthPanel implements Panel<CampaignIncrements> {

    private static final double ALPHA = 0.05;

    private final DemoDays days;
    private final Templates templates;

    TruthPanel(DemoDays days, Templates templates) {
        this.days = days;
        this.templates = templates;
    }

    @Override
    public Class<CampaignIncrements> subject() {
        return CampaignIncrements.class;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST, Role.COMPLIANCE);
    }

    @Override
    public Optional<PanelContent> show(CampaignIncrements subject, PageFrame page) {
        if (!page.isDemo()) {
            return Optional.empty();
        }
        IncrementReport.Increment responses = subject.report().increments().stream()
                .filter(one -> one.outcome() == Outcome.RESPONSE)
                .findFirst()
                .orElseThrow();
        return days.truth(subject.campaign(), responses).map(truth -> PanelContent.of(
                        page.t("demo.truth.title"), templates.demoTruth(page, text(responses, truth, page)))
                .wide());
    }

    private static String text(IncrementReport.Increment responses, double truth, PageFrame page) {
        if (responses.contacted() == 0) {
            return page.t("demo.truth.young", number(truth));
        }
        if (responses.isRare()) {
            return page.t("demo.truth.rare", number(truth), number(responses.total()));
        }
        Range range = responses.totalRange(ALPHA);
        boolean isInside = range.low() <= truth && truth <= range.high();
        return page.t(
                        "demo.truth.text",
                        number(truth),
                        number(responses.total()),
                        "[%s, %s]".formatted(number(range.low()), number(range.high())))
                + " "
                + page.t(isInside ? "demo.truth.inside" : "demo.truth.outside");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
