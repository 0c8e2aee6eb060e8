package org.yinhang.reach.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.Reconciliation;

/**
 * Real processes killed at random moments of a wave, and a database that crashes under it. How often is set by
 * {@code -Dyinhang.kills=50}; {@code deploy/faults/kill-wave.sh} does so and keeps the table.
 */
class KilledSenderTests extends SendingSetup {

    private static final int CUSTOMERS_EACH = 12;
    private static final int RATE = 25;

    @Autowired
    private Environment settings;

    @Override
    void openChannel() {
        waves.channel("sms", ChannelKind.HTTP, gateway.yaml(RATE));
    }

    private Process sender() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.yinhang.Yinhang",
                "worker"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path folder = Path.of(setting("yinhang.data-folder"));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "killed-sender-output.log")));
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL", setting("spring.datasource.url"),
                        "SPRING_DATASOURCE_USERNAME", "postgres",
                        "SPRING_DATASOURCE_PASSWORD", "",
                        "YINHANG_DEMO", "true",
                        "YINHANG_DATAFOLDER", folder.toString(),
                        "YINHANG_KEYSFOLDER", setting("yinhang.keys-folder"),
                        "LOGGING_FILE_NAME", folder.resolve("killed-sender.log").toString()));
        return builder.start();
    }

    private String setting(String name) {
        return Objects.requireNonNull(settings.getProperty(name), name);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void whoeverIsKilledTouchesNobodyTwiceAndLosesNobody() throws Exception {
        int kills = Integer.getInteger("yinhang.kills", 3);
        Random random = new Random(11);
        // A small bank may have fewer customers who can be reached than so many kills want.
        List<Integer> reached = waves.customers(Math.min(600, CUSTOMERS_EACH * (kills + 1)));
        int customers = reached.size();
        Dispatch wave = waves.wave(reached);
        int unknownFound = 0;
        for (int kill = 1; kill <= kills; kill++) {
            int before = gateway.handed().size();
            Process sender = sender();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> gateway.handed().size() > before
                            || dispatches.reconcile(wave).pending() == 0);
            Thread.sleep(random.nextInt(400));
            sender.destroyForcibly().waitFor();
            assertThat(dispatches.reconcile(wave).isBalanced()).isTrue();
            timePasses();
            unknownFound += sending.tidy();
            sending.resolve("sms");
            System.out.printf(
                    "kill %d: handed over %d of %d, unknown so far %d%n",
                    kill, gateway.handed().size(), customers, unknownFound);
        }
        finish(wave, customers);
        System.out.printf(
                "%d kills, %d customers: %d attempts found unknown, duplicates 0, lost 0%n",
                kills, customers, unknownFound);
    }

    @Test
    void twoProcessesSendOneWaveSideBySideAndOneOfThemIsKilled() throws Exception {
        int customers = 240;
        Dispatch wave = waves.wave(waves.customers(customers));
        Process one = sender();
        Process other = sender();
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> nodes(wave) >= 2);
            one.destroyForcibly().waitFor();
            int before = gateway.handed().size();
            assertThat(before).as("both were at work on it").isLessThan(customers);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> gateway.handed().size() > before
                            || dispatches.reconcile(wave).pending() == 0);
        } finally {
            one.destroyForcibly().waitFor();
            other.destroyForcibly().waitFor();
        }
        assertThat(dispatches.reconcile(wave).isBalanced()).isTrue();
        timePasses();
        finish(wave, customers);
    }

    /** How many processes made attempts of a wave. */
    private long nodes(Dispatch wave) {
        return jdbc.sql("""
                        SELECT count(DISTINCT a.node) FROM touch_attempt a JOIN touch t ON t.id = a.touch
                        WHERE t.dispatch = ?""").param(wave.id()).query(Long.class).single();
    }

    /** Whoever was killed has not been seen for a while, and gateways have forgotten what was on its way. */
    private void timePasses() {
        jdbc.sql("UPDATE reach_node SET seen_at = seen_at - INTERVAL '1 minute'")
                .update();
        jdbc.sql("UPDATE touch SET attempted_at = attempted_at - INTERVAL '10 minutes' WHERE state = 'attempting'")
                .update();
    }

    private void finish(Dispatch wave, int customers) throws InterruptedException {
        for (int round = 0; round < 50 && !dispatches.reconcile(wave).isSettled(); round++) {
            while (sending.turn("sms") > 0) {}
            sending.tidy();
            jdbc.sql("UPDATE touch SET due_at = due_at - INTERVAL '1 minute' WHERE state IN ('pending', 'unknown')")
                    .update();
            sending.resolve("sms");
            Thread.sleep(100);
        }
        assertThat(dispatches.reconcile(wave)).isEqualTo(new Reconciliation(customers, customers, 0, 0, 0, 0, 0));
        assertThat(gateway.handed()).hasSize(customers).allSatisfy((key, times) -> assertThat(times)
                .hasValue(1));
    }

    @Test
    void aDatabaseThatCrashesUnderAWaveTouchesNobodyTwiceAndLosesNobody() throws Exception {
        int customers = 40;
        Dispatch wave = waves.wave(waves.customers(customers));
        loop.start();
        for (int crash = 0; crash < 2; crash++) {
            int seen = gateway.handed().size();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> gateway.handed().size() > seen + 3);
            crash();
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> dispatches.reconcile(wave).pending() == 0);
        loop.stop();
        timePasses();
        finish(wave, customers);
    }

    /** A server process killed with -9 makes PostgreSQL end all others, recover from its log, and start again. */
    private void crash() throws InterruptedException {
        long process = jdbc.sql("SELECT pg_backend_pid()").query(Long.class).single();
        ProcessHandle.of(process).orElseThrow().destroyForcibly();
        Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(this::isBack);
    }

    /** Each question that fails throws one broken connection out of the pool. */
    private boolean isBack() {
        for (int question = 0; question < 20; question++) {
            jdbc.sql("SELECT 1").query(Integer.class).single();
        }
        return true;
    }
}
