package org.yinhang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.jobs.Jobs;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Channels;
import org.yinhang.reach.internal.Waves;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;
import org.yinhang.testing.TestTouches;

/** A campaign by hand, from the first text to the kill switch, in a real browser. */
@ApplicationTest
class CampaignBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PastCampaigns past;

    @Autowired
    private Audiences audiences;

    @Autowired
    private Channels channels;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private BeanFactory application;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forget() {
        TestTouches.forget(jdbc);
    }

    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
        Waves waves = Waves.of(application);
        waves.channel("sms", ChannelKind.DESK, "rate: 5\n");
    }

    private static void keep(Page page) {
        page.locator(".builder-acts .btn-primary").click();
    }

    @Test
    void fromTheFirstTextToTheKillSwitch() {
        audiences.add(
                new Audiences.Draft("二十五至六十岁", "", "age between 25 and 60", true), Person.of("analyst", Role.ANALYST));
        try (Window analyst = Window.signedIn(port, "analyst", 1440, false);
                Window compliance = Window.signedIn(port, "compliance", 1440, false)) {
            Page page = analyst.page();
            analyst.visit("/creatives/edit");
            page.locator("#code").fill("wake-sms");
            page.locator("#text").fill("【引航】低门槛，{name}您好");
            page.locator("#creative-check .sign-bad").first().waitFor();
            page.locator("#text").fill("【引航】{name}您好，{product}年化综合成本{annual}，拒收请回复R");
            page.locator("#creative-check .sign-good").waitFor();
            assertThat(page.locator("#creative-check .bubble").textContent())
                    .contains("张三您好")
                    .doesNotContain("{");
            assertThat(analyst.barriers()).isEmpty();
            keep(page);
            assertThat(page.locator("form[action$='/approve']").count()).isZero();
            compliance.visit("/creatives");
            compliance
                    .page()
                    .locator("form[action$='/approve'] .btn-primary")
                    .last()
                    .click();

            analyst.visit("/campaigns/new");
            page.locator("#code").fill("spring-wake");
            page.locator("#name").fill("春季唤醒");
            page.locator("#goal").fill("让已授信客户用起来");
            keep(page);
            assertThat(analyst.barriers()).isEmpty();
            page.locator("#audience").selectOption(new SelectOption().setLabel("二十五至六十岁"));
            page.locator("#control").fill("20");
            keep(page);
            page.locator("[name='channel0-0']").selectOption("sms");
            page.locator("[name='creative0-0']").selectOption("wake-sms");
            page.locator("[name='sender0-0']").selectOption("95500");
            page.locator("[name='cost0-0']").fill("0.08");
            page.locator("[name='channel1-0']").selectOption("sms");
            page.locator("[name='creative1-0']").selectOption("wake-sms");
            page.locator("[name='sender1-0']").selectOption("95500");
            assertThat(analyst.barriers()).isEmpty();
            keep(page);
            keep(page);
            assertThat(page.url()).endsWith("/plan/review");
            assertThat(page.locator("tr:has(.sign-bad)").allTextContents()).isEmpty();
            assertThat(page.locator("dl.facts").first().innerText()).contains("预期通过率", "预计白费触达");
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("campaign-review");
            page.locator("form[action$='/submit'] button").click();

            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> past.newest(
                            campaigns.find("spring-wake").orElseThrow())
                    .isPresent());
            compliance.visit("/campaigns/spring-wake");
            assertThat(compliance
                            .page()
                            .locator("a[href='/campaigns/spring-wake/past']")
                            .count())
                    .isEqualTo(1);
            compliance.page().locator("#reason").fill("按计划执行");
            compliance.page().locator("form[action$='/approve'] .btn-primary").click();

            analyst.visit("/campaigns/spring-wake");
            page.locator("form[action$='/launch'] button").click();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> campaigns
                    .waves(campaigns.find("spring-wake").orElseThrow())
                    .getFirst()
                    .isPrepared());
            analyst.visit("/campaigns/spring-wake");
            assertThat(page.locator(".reconciliation").textContent()).contains("相符");
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("campaign");
            page.locator("details.fold summary").last().click();
            page.locator("#why").fill("文案有误");
            page.locator("form[action$='/kill'] button").click();
            assertThat(campaigns.find("spring-wake").orElseThrow().state()).isEqualTo(CampaignState.KILLED);
            analyst.visit("/campaigns");
            assertThat(page.locator("#list-campaigns").textContent()).contains("春季唤醒", "已叫停");
            assertThat(analyst.barriers()).isEmpty();
            analyst.picture("campaigns");
            assertThat(analyst.complaints()).isEmpty();
            assertThat(compliance.complaints()).isEmpty();
        } finally {
            channels.set("sms", ChannelKind.DESK, true, "", "", Waves.viewer("admin"));
        }
        try (Window phone = Window.signedIn(port, "analyst", 390, true)) {
            phone.visit("/campaigns/spring-wake");
            assertThat(phone.barriers()).isEmpty();
            phone.visit("/campaigns");
            assertThat(phone.barriers()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }
}
