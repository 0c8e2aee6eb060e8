package org.yinhang.decision.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.access.DataScope;
import org.yinhang.core.progress.Progress;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;

/** A day's plan on its page, and planned again from it. */
@ApplicationTest
class OutreachBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Outreaches outreaches;

    /** The newest plan of all, made here: others of the same bank may have planned with terms of their own. */
    private static long plan = -1;

    /** Terms that need no model in force: the lift of a channel follows from age. */
    private static ValueTerms terms() {
        ValueTerms shipped = ValueTerms.bundled();
        List<ValueTerms.Channel> channels = shipped.channels().stream()
                .map(channel -> new ValueTerms.Channel(
                        channel.code(),
                        channel.zh(),
                        channel.en(),
                        channel.cost(),
                        channel.minutes(),
                        (channel.minutes() > 0 ? "0.02" : "0.004") + " + 0.0003 * coalesce(age, 30)"))
                .toList();
        Map<String, ValueTerms.Use> products = new LinkedHashMap<>();
        shipped.products()
                .forEach((code, use) -> products.put(code, new ValueTerms.Use("0.05", use.used(), use.months())));
        return new ValueTerms(1, "0.7", channels, products);
    }

    @BeforeEach
    void plan() {
        FilledBank.withTags(jobs, clock, shelf);
        if (!outreaches.newest().equals(Optional.of(plan))) {
            plan = outreaches
                    .plan(terms(), OutreachTerms.bundled(), Progress.SILENT)
                    .orElseThrow();
        }
    }

    @Test
    void thePlanIsKeptAsItWasMadeAndPlannedAgainFromItsFile() {
        OutreachSummary kept = outreaches.find(plan).orElseThrow();
        assertThat(kept.contacts()).isPositive();
        assertThat(kept.gap()).isLessThan(0.01);
        assertThat(outreaches
                        .contacts(plan, ListQuery.first(), DataScope.wholeBank())
                        .total())
                .isEqualTo(kept.contacts());
        Outreaches.WhatIf same = outreaches.whatIf(plan, Map.of()).orElseThrow();
        assertThat(same.valueFen()).isBetween(Math.round(kept.valueFen() * 0.99), kept.boundFen());
        Outreaches.WhatIf less = outreaches
                .whatIf(plan, Map.of("sms", -90, "push", -90, "wecom", -90))
                .orElseThrow();
        assertThat(less.valueFen()).isLessThan(kept.valueFen());
        assertThat(less.contacts()).isLessThan(kept.contacts());
        assertThat(outreaches.whatIf(-1, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true", "390, true"})
    void thePageShowsLimitsTheirPricesAndTheList(int width, boolean english) {
        Browser.isNeeded();
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/outreach");
            page.locator("[data-chart][data-drawn]").last().waitFor();
            assertThat(page.locator("tbody tr[data-href]").count()).isPositive();
            assertThat(page.content()).doesNotContain("outreach.limit");
            assertThat(window.barriers()).isEmpty();
            window.picture("outreach" + (english ? "-english" : ""));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aSliderPlansAgainAtOnce() {
        Browser.isNeeded();
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            Page page = window.page();
            window.visit("/outreach");
            page.locator("#limit-push").fill("-90");
            page.locator("#outreach-limits .what-if-sum").waitFor();
            assertThat(page.locator("#outreach-limits").innerText()).contains("比现计划少");
            window.picture("outreach-what-if");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void anAccountManagerSeesTheirOwnCustomersAndNoSliders() {
        Browser.isNeeded();
        try (Window window = Window.signedIn(port, "manager", 1440, false)) {
            window.visit("/outreach");
            assertThat(window.page().locator("[data-slider]").count()).isZero();
            assertThat(window.page().locator("tbody tr[data-href]").count())
                    .isLessThan(outreaches.find(plan).orElseThrow().contacts());
            assertThat(window.complaints()).isEmpty();
        }
    }
}
