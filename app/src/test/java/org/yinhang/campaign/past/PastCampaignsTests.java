package org.yinhang.campaign.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.WaveEntry;
import org.yinhang.campaign.WavePlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** Plans played on the past of the simulated bank, where chance contacted some customers and left others alone. */
@ApplicationTest
class PastCampaignsTests {

    private static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);
    private static final Viewer COMPLIANCE = Person.of("compliance", Role.COMPLIANCE);
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PRODUCT = "L101";

    @LocalServerPort
    private int port;

    @Autowired
    private PastCampaigns past;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Audiences audiences;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @BeforeEach
    void fill() {
        FilledBank.withTags(jobs, clock, shelf);
    }

    private Campaign begun(String predicate, WaveStep... steps) {
        String code = "past-" + NEXT.incrementAndGet();
        long audience = audiences
                .add(new Audiences.Draft("预演客群 " + NEXT.get(), "", predicate, true), ANALYST)
                .id();
        CampaignPlan plan = new CampaignPlan(
                "预演活动 " + NEXT.get(),
                "看看过去会怎样",
                PRODUCT,
                audience,
                20,
                List.of(),
                List.of(new WavePlan("w1", WaveEntry.AUDIENCE, 0, List.of(steps))),
                clock.today(),
                clock.today().plusDays(20),
                5,
                10_000,
                Money.ofYuan(10_000),
                5,
                10,
                0);
        return campaigns.begin(code, plan, ANALYST);
    }

    private static WaveStep step(String who, String channel, long costFen) {
        return new WaveStep(who, "", channel, "any", "95500", costFen, Optional.empty());
    }

    private PastCampaign play(Campaign campaign, int months) {
        return past.play(campaign, months, ANALYST.userName(), Progress.SILENT);
    }

    @Test
    void everyMonthNarrowsFromWhoMayBeApproachedToWhoIsReached() {
        Campaign campaign = begun("age >= 25", step("age >= 50", "call", 300), step("", "sms", 8));
        PastCampaign found = play(campaign, 6);
        assertThat(found.months()).hasSize(6).allSatisfy(month -> {
            assertThat(month.chosen()).isPositive().isLessThan(month.everybody());
            assertThat(month.apart()).isPositive();
            assertThat(month.reached()).isPositive().isLessThanOrEqualTo(month.chosen() - month.apart());
        });
        double reached = found.months().stream()
                .mapToLong(PastCampaign.Month::reached)
                .average()
                .orElseThrow();
        assertThat(found.channels()).extracting(PastCampaign.ByChannel::channel).containsExactly("call", "sms");
        assertThat(found.channels().stream()
                        .mapToDouble(PastCampaign.ByChannel::reached)
                        .sum())
                .isCloseTo(reached, within(1e-9));
        assertThat(found.branches().stream()
                        .mapToDouble(PastCampaign.Branch::touches)
                        .sum())
                .isCloseTo(reached, within(1e-9));
        assertThat(found.branches().stream()
                        .mapToDouble(PastCampaign.Branch::byPeople)
                        .sum())
                .as("calls are made by people, messages are not")
                .isCloseTo(found.channels().getFirst().reached(), within(1e-9));
        long cost =
                found.months().stream().mapToLong(PastCampaign.Month::costFen).sum();
        assertThat(cost / 6.0)
                .isCloseTo(
                        300 * found.channels().getFirst().reached()
                                + 8 * found.channels().getLast().reached(),
                        within(1e-6));
        PastCampaign.Offer offer = found.offer();
        assertThat(offer.passed() + offer.referred() + offer.refused()).isEqualTo(offer.asked());
        assertThat(offer.asked()).isPositive();
        assertThat(found.groups()).allSatisfy(group -> {
            assertThat(group.reached()).isLessThanOrEqualTo(group.everybody());
            assertThat(group.open()).isLessThanOrEqualTo(group.asked());
        });
        PastCampaign.Really really = found.really();
        assertThat(really.chosen())
                .isEqualTo(found.months().stream()
                        .mapToLong(PastCampaign.Month::chosen)
                        .sum());
        assertThat(really.applied()).isPositive().isGreaterThanOrEqualTo(really.approved());
        assertThat(really.disbursed()).isGreaterThanOrEqualTo(really.bad());
        assertThat(play(campaign, 6)).as("played twice").isEqualTo(found);
    }

    @Test
    void whatTrialsOfThePastSayComesWithItsInterval() {
        PastCampaign found = play(begun("true", step("", "sms", 8)), 18);
        PastCampaign.ByChannel sms = found.channels().getFirst();
        assertThat(sms.contacted()).isGreaterThan(20);
        assertThat(sms.left()).isGreaterThan(20);
        assertThat(sms.answeredContacted()).isLessThan(sms.contacted());
        for (PastCampaign.Estimate estimate : List.of(sms.weighed(), sms.robust())) {
            assertThat(estimate.isKnown()).isTrue();
            assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
            assertThat(estimate.low())
                    .as("contacting does not make most refuse")
                    .isGreaterThan(-0.5);
        }
    }

    @Test
    void anAudienceOfNobodyAndAProductThatDoesNotLendAreTold() {
        PastCampaign found = play(begun("age >= 150", step("", "sms", 8)), 2);
        assertThat(found.offer().asked()).isZero();
        assertThat(found.offer().openRate()).isZero();
        assertThat(found.channels().getFirst().weighed().isKnown()).isFalse();
        Campaign campaign = begun("true", step("", "sms", 8));
        assertThatThrownBy(() -> past.ask(campaign, 37, ANALYST)).hasMessageContaining("CAM-1010");
    }

    @Test
    void askingForApprovalPlaysThePlanAndNobodyApprovesItBefore() {
        String code = begun("age >= 30", step("", "sms", 8)).code();
        campaigns.submit(campaigns.find(code).orElseThrow(), ANALYST);
        Campaign waiting = campaigns.find(code).orElseThrow();
        if (past.newest(waiting).isEmpty()) {
            assertThatThrownBy(() -> campaigns.decide(waiting, true, "", COMPLIANCE))
                    .hasMessageContaining("CAM-1008");
        }
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> past.newest(waiting)
                .isPresent());
        assertThat(past.newest(waiting).orElseThrow().result().months()).hasSize(PastCampaigns.MONTHS);
        campaigns.decide(waiting, true, "read", COMPLIANCE);
        Campaign approved = campaigns.find(code).orElseThrow();
        assertThat(approved.state()).isEqualTo(CampaignState.APPROVED);
        Campaign changed = campaigns.change(approved, approved.version(), approved.plan(), ANALYST);
        assertThat(past.isMissing(changed))
                .as("another version of the plan is played anew")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, false", "1440, true"})
    void thePageShowsWhatThePlanWouldHaveComeTo(int width, boolean english) {
        Browser.isNeeded();
        Campaign campaign = begun("age >= 25", step("age >= 50", "call", 300), step("", "sms", 8));
        try (Window window = Window.signedIn(port, "analyst", width, english)) {
            Page page = window.page();
            window.visit("/campaigns/" + campaign.code());
            page.locator("a[href='/campaigns/%s/past']".formatted(campaign.code()))
                    .click();
            page.locator(".empty-title").waitFor();
            play(campaign, 12);
            window.visit("/campaigns/%s/past".formatted(campaign.code()));
            page.locator("[data-chart][data-drawn]").last().waitFor();
            assertThat(page.locator("#channels tbody tr").count()).isEqualTo(2);
            assertThat(page.locator("#fair tbody tr").count()).isEqualTo(6);
            assertThat(page.locator("main").innerText())
                    .doesNotContain("past.")
                    .doesNotContain("{0}")
                    .doesNotContain("{1}");
            assertThat(window.barriers()).isEmpty();
            window.picture("campaign-past" + (english ? "-english" : ""));
            assertThat(window.complaints()).isEmpty();
        }
    }
}
