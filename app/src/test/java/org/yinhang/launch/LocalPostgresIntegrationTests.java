package org.yinhang.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;

class LocalPostgresIntegrationTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsWhatWasCommittedWhenItWasLeftBehindByAKilledProcess() throws Exception {
        long orphan = orphanIn(folder);
        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isPresent();
            try (LocalPostgres next = LocalPostgres.start(data)) {
                assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive))
                        .isEmpty();
                assertThat(number(next.address(), "SELECT n FROM kept")).isEqualTo("42");
                assertThat(number(next.address(), "SHOW fsync")).isEqualTo("on");
                assertThat(number(next.address(), "SHOW synchronous_commit")).isEqualTo("on");
            }
        }
    }

    @Test
    void opensOnlyToItsPassword() throws Exception {
        try (DataFolder data = DataFolder.open(folder);
                LocalPostgres server = LocalPostgres.start(data)) {
            DatabaseAddress wrong = new DatabaseAddress(server.address().url(), "postgres", "guess");
            assertThatThrownBy(() -> run(wrong, "SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aServerThatEndedByItselfIsToldOfAndStartsAgain() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            try (LocalPostgres server = LocalPostgres.start(data)) {
                server.check();
                run(server.address(), "CREATE TABLE kept (n INT)", "INSERT INTO kept VALUES (7)");
                long owner = Long.parseLong(
                        Files.readAllLines(folder.resolve("pg/postmaster.pid")).getFirst());
                new ProcessBuilder("kill", "-QUIT", Long.toString(owner))
                        .start()
                        .waitFor();
                assertThat(server.endsWithin(Duration.ofSeconds(30))).isTrue();
                assertThatThrownBy(server::check)
                        .hasMessageContaining("RUN-1016")
                        .hasMessageContaining("postgres.log");
            }
            try (LocalPostgres next = LocalPostgres.start(data)) {
                assertThat(number(next.address(), "SELECT n FROM kept")).isEqualTo("7");
            }
        }
    }

    @Test
    void aSecondUseOfOneFolderIsRefusedInWords() {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThat(first.root()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("RUN-1001")
                    .hasMessageContaining("--data");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void aPortInUseIsToldWithTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> FreePort.check("127.0.0.1", taken.getLocalPort()))
                    .hasMessageContaining("RUN-1004")
                    .hasMessageContaining("--port");
        }
        assertThat(FreePort.check("127.0.0.1", 0)).isPositive();
    }

    @Test
    void aForeignProcessWithTheOldNumberIsLeftAlone() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("pg"));
        Files.writeString(
                cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        LeftoverPostgres.stop(cluster);
        assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
    }

    /** Starts the server from another process, writes a row, and kills that process as {@code kill -9} does. */
    private static long orphanIn(Path folder) throws Exception {
        Process owner = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AbandonedOwner.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        Path ready = folder.resolve("ready");
        for (int round = 0; round < 1_200 && !Files.exists(ready) && owner.isAlive(); round++) {
            Thread.sleep(50);
        }
        assertThat(ready).exists();
        owner.destroyForcibly().waitFor();
        return Long.parseLong(
                Files.readAllLines(folder.resolve("pg/postmaster.pid")).getFirst());
    }

    static void run(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String number(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
