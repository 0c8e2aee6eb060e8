package org.yinhang.reach.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.compliance.Holds;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.jobs.Jobs;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchState;
import org.yinhang.reach.Dispatches;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.TestTouches;

/** Sending and channels in a real browser. */
@ApplicationTest
class ReachBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Dispatches dispatches;

    @Autowired
    private Holds holds;

    @Autowired
    private BeanFactory application;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Waves waves;

    @AfterEach
    void forget() {
        TestTouches.forget(jdbc);
    }

    @BeforeEach
    void prepare() {
        FilledBank.fill(jobs, clock);
        waves = Waves.of(application);
        waves.channel("sms", ChannelKind.DESK, "");
    }

    private Dispatch sent(int customers) {
        var chosen = waves.customers(customers);
        holds.set(chosen.getFirst(), HoldKind.MANUAL, "asked", Optional.empty(), Waves.viewer("compliance"));
        Dispatch wave = waves.wave(chosen);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> dispatches.find(wave.id()).orElseThrow().state() == DispatchState.FINISHED);
        return wave;
    }

    @ParameterizedTest
    @CsvSource({"1440, false", "390, true"})
    void everyPageStandsInBothLanguagesAndSizesWithoutBarriers(int width, boolean english) {
        Dispatch wave = sent(8);
        try (Window window = Window.signedIn(port, "admin", width, english)) {
            for (String path : new String[] {
                "/dispatches",
                "/dispatches/" + wave.id(),
                "/channels",
                "/channels/sms",
                "/channels/call",
                "/channel-desk"
            }) {
                window.visit(path);
                assertThat(window.barriers()).as(path).isEmpty();
            }
            window.visit("/dispatches/" + wave.id());
            window.picture("dispatch");
            window.visit("/channel-desk");
            window.picture("channel-desk");
            assertThat(window.page().locator(".bubble").count()).isGreaterThanOrEqualTo(7);
            assertThat(window.page().locator(".bubble-text").first().textContent())
                    .contains("7.20%", "10万元");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aWaveIsPausedStoppedAndCountedByHand() {
        waves.channel("sms", ChannelKind.DESK, "fault: down\n");
        Dispatch wave = waves.wave(waves.customers(3));
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            window.visit("/dispatches/" + wave.id());
            window.page().locator("form[action$='/pause'] button").click();
            assertThat(dispatches.find(wave.id()).orElseThrow().state()).isEqualTo(DispatchState.PAUSED);
            window.page().locator("form[action$='/resume'] button").click();
            window.page().locator("details.fold summary").last().click();
            window.page().locator("form[action$='/kill'] button").click();
            assertThat(dispatches.find(wave.id()).orElseThrow().state()).isEqualTo(DispatchState.KILLED);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> dispatches.reconcile(wave).withheld() == 3);
            window.visit("/dispatches/" + wave.id());
            assertThat(window.page().locator(".reconciliation").textContent()).contains("相符");
        } finally {
            waves.channel("sms", ChannelKind.DESK, "");
        }
    }

    @Test
    void aSimulatedGatewayThatTakesAndIsSilentShowsEachMessageOnce() {
        try (Window window = Window.signedIn(port, "analyst", 1440, false)) {
            window.visit("/channel-desk");
            window.page().locator("button[value=TIMES_OUT]").click();
            Dispatch wave = waves.wave(waves.customers(2));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> dispatches.reconcile(wave).sent() == 2);
            assertThat(jdbc.sql("SELECT max(m.copies) FROM desk_message m JOIN touch t ON m.key = 't' || t.id"
                                    + " WHERE t.dispatch = ?")
                            .param(wave.id())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            window.visit("/channel-desk");
            window.page().locator("button[value=NONE]").click();
        }
    }
}
