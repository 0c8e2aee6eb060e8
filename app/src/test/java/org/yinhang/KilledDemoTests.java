package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.access.DemoStaff;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.DemoBank;
import org.yinhang.demobank.DemoBankSettings;
import org.yinhang.demobank.Detail;
import org.yinhang.demobank.PersonalRows;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.launch.DatabaseAddress;
import org.yinhang.launch.LocalPostgres;
import org.yinhang.testing.Visitor;
import org.yinhang.testing.YinhangProcess;

/**
 * A real {@code demo} killed at random moments while it fills its bank, then its worker. How often is set by
 * {@code -Dyinhang.kills=10}; {@code deploy/faults/kill-demo.sh} does so.
 */
class KilledDemoTests {

    private static final int CUSTOMERS = 600;
    private static final List<String> FILLING = List.of("demo-bank", "tag-run", "compliance-intake", "contact-plan");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> added = new ArrayList<>();

    private Path data() {
        return folder.resolve("data");
    }

    private YinhangProcess demo() {
        return YinhangProcess.start(
                folder,
                Map.of(
                        "YINHANG_PLAYEDDAYS", "0",
                        "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"),
                "demo",
                "--data=" + data(),
                "--customers=" + CUSTOMERS,
                "--port=0");
    }

    private static Visitor admin(URI address) throws InterruptedException {
        return Visitor.at(address, "admin", DemoStaff.PASSWORD);
    }

    /** A colleague is added and the page has said so. */
    private void add(Visitor admin) throws InterruptedException {
        String name = "colleague-" + added.size();
        String page = admin.submit(
                "/system/users/new",
                "/system/users",
                Map.of(
                        "userName", name,
                        "displayName", "同事",
                        "branch", "101001",
                        "role", "ANALYST",
                        "password", "a-first-password"));
        assertThat(page).contains(name);
        added.add(name);
    }

    @Test
    void killedWhileItFillsItGoesOnToTheSameBankAndForgetsNobody() throws Exception {
        int kills = Integer.getInteger("yinhang.kills", 2);
        Random random = new Random(5);
        for (int kill = 0; kill < kills; kill++) {
            try (YinhangProcess demo = demo()) {
                Visitor admin = admin(demo.ready());
                add(admin);
                Thread.sleep(random.nextInt(kill % 2 == 0 ? 2_500 : 15_000));
                demo.kill();
            }
        }
        try (YinhangProcess demo = demo()) {
            Visitor admin = admin(demo.ready());
            refusesASecondOne();
            succeeded("demo-bank");
            succeeded("tag-run");
            killTheWorkerIn("tag-run", demo, admin);
            FILLING.forEach(this::succeeded);
            assertThat(count("state IN ('FAILED', 'CANCELLED')"))
                    .as(demo::output)
                    .isZero();
            assertThat(count("attempts > 2"))
                    .as("not held against it that everything was killed")
                    .isZero();
            for (String name : added) {
                assertThat(Visitor.at(demo.ready(), name, "a-first-password").read("/account"))
                        .contains(name);
            }
            for (String table : List.of("customer_personal", "customer")) {
                assertThat(number("SELECT count(*) FROM " + table)).as(table).isEqualTo(Integer.toString(CUSTOMERS));
            }
            admin.submit("/system/jobs", "/system/jobs/audit-verify/start", Map.of());
            succeeded("audit-verify");
        }
        assertThat(workersOf(data())).as("workers of killed parents are gone").isEmpty();
        assertThat(digest(data().resolve("lake"))).isEqualTo(digest(undisturbed()));
        assertThat(data().resolve("lake/work")).doesNotExist();
    }

    /** The work is taken up again by the next worker. */
    private void killTheWorkerIn(String job, YinhangProcess demo, Visitor admin) throws InterruptedException {
        ProcessHandle worker = demo.worker();
        admin.submit("/system/jobs", "/system/jobs/" + job + "/start", Map.of());
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> count("state = 'RUNNING' AND name = '%s'".formatted(job)) > 0);
        assertThat(worker.destroyForcibly()).isTrue();
        worker.onExit().join();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> count("state = 'SUCCEEDED' AND attempts = 2 AND name = '%s'".formatted(job)) > 0);
        assertThat(demo.worker().pid()).isNotEqualTo(worker.pid());
    }

    /** The same bank, filled in one go. */
    private Path undisturbed() {
        LocalDate last = DemoBank.resume(lake(data().resolve("lake")), data().resolve("demo-bank"))
                .businessDate();
        Path whole = folder.resolve("undisturbed");
        DemoBank.generate(
                lake(whole),
                new DemoBankSettings(
                        1, CUSTOMERS, last.minusMonths(24).plusDays(1), last, Detail.FULL, 2, folder.resolve("bank")),
                PersonalRows.NONE,
                Progress.SILENT);
        return whole;
    }

    private static Lake lake(Path path) {
        return Lake.open(path, Clock.systemUTC());
    }

    private static List<String> digest(Path path) {
        Lake lake = lake(path);
        List<String> lines = new ArrayList<>();
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            for (TableSchema table : lake.schema().tables()) {
                lines.addAll(session.query(
                        "SELECT count(*), sum(hash(t)::HUGEINT) FROM %s t".formatted(table.name()),
                        row -> table.name() + " " + row.getString(1) + " " + row.getString(2)));
            }
        }
        return lines;
    }

    /** Java processes whose output goes into this folder. */
    private static List<Long> workersOf(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(ProcessHandle::pid)
                .filter(pid -> output(pid).startsWith(data))
                .toList();
    }

    private static Path output(long process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process), "fd/1"));
        } catch (IOException e) {
            return Path.of("");
        }
    }

    private void refusesASecondOne() throws InterruptedException {
        try (YinhangProcess second = demo()) {
            assertThat(second.ended()).isEqualTo(1);
            assertThat(second.output()).contains("RUN-1001", "--data").doesNotContain("RUN-1000", "\tat ");
        }
    }

    private void succeeded(String job) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> count("state = 'SUCCEEDED' AND name = '%s'".formatted(job)) > 0);
    }

    private long count(String condition) {
        return Long.parseLong(number("SELECT count(*) FROM job_run WHERE " + condition));
    }

    private String number(String query) {
        DatabaseAddress address = LocalPostgres.running(data()).orElseThrow();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
