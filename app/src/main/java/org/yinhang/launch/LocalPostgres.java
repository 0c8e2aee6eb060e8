package org.yinhang.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * The real PostgreSQL that runs inside the data folder when a bank brings none: durable (fsync and synchronous commit
 * on), reachable only from this machine and only with its password, stopped with the application.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String DATABASE = "yinhang";
    private static final String SECRET = "postgres.password";

    /** The line of {@code postmaster.pid} that names the port, from 0. */
    private static final int PORT_LINE = 3;

    private static final String ACCESS_RULES = "# Written by Yinhang: only this machine, only with the password.\n"
            + "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final EmbeddedPostgres server;
    private final DataFolder folder;
    private final DatabaseAddress address;

    private LocalPostgres(EmbeddedPostgres server, DataFolder folder, DatabaseAddress address) {
        this.server = server;
        this.folder = folder;
        this.address = address;
    }

    /**
     * Starts the server on a free port, first stopping one that a killed Yinhang left behind.
     *
     * @throws FaultException {@code RUN-1003} when it does not come up
     */
    public static LocalPostgres start(DataFolder folder) {
        LeftoverPostgres.stop(folder.postgres());
        String password = Secrets.readOrCreate(folder.keys(), SECRET);
        try {
            Files.createDirectories(folder.postgres());
            ProcessBuilder.Redirect log =
                    ProcessBuilder.Redirect.appendTo(folder.log("postgres").toFile());
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.postgres())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.programs().toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "60")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            prepare(server, folder.postgres(), password);
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
            return new LocalPostgres(server, folder, new DatabaseAddress(url, "postgres", password));
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new FaultException(
                    Fault.of(
                            "RUN-1003",
                            "The embedded PostgreSQL did not start: " + e.getMessage() + ".",
                            folder.log("postgres").toString(),
                            "Read the end of that log; a full disk or a foreign data folder are the usual causes."),
                    e);
        }
    }

    private static void prepare(EmbeddedPostgres server, Path cluster, String password)
            throws IOException, SQLException {
        Path rules = cluster.resolve("pg_hba.conf");
        boolean guarded = Files.readString(rules).equals(ACCESS_RULES);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!guarded) {
                statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
                Files.writeString(rules, ACCESS_RULES);
                statement.execute("SELECT pg_reload_conf()");
            }
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    /**
     * Where a server runs that another process of this machine has started in a data folder.
     *
     * @return empty when none runs there
     */
    public static Optional<DatabaseAddress> running(Path root) {
        Path note = root.resolve("pg").resolve("postmaster.pid");
        Path secret = root.resolve("keys").resolve(SECRET);
        if (!Files.exists(note) || !Files.exists(secret)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(note);
            boolean isAlive = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
            String url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + DATABASE;
            return isAlive
                    ? Optional.of(new DatabaseAddress(
                            url, "postgres", Files.readString(secret).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Where the application finds it. */
    public DatabaseAddress address() {
        return address;
    }

    /**
     * Tells that the server ended by itself, as it does when it cannot write its log; what it acknowledged is on disk.
     *
     * @throws FaultException {@code RUN-1014} on a full disk, otherwise {@code RUN-1016}
     */
    public void check() {
        if (isAlive()) {
            return;
        }
        folder.checkSpace();
        throw new FaultException(Fault.of(
                "RUN-1016",
                "The embedded PostgreSQL has ended and Yinhang with it; what was acknowledged is kept.",
                folder.log("postgres").toString(),
                "Read the end of that log, then start Yinhang again."));
    }

    /** Whether the server has ended, or does within the time given. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        long last = System.nanoTime() + patience.toNanos();
        while (isAlive() && System.nanoTime() < last) {
            Thread.sleep(100);
        }
        return !isAlive();
    }

    private boolean isAlive() {
        return running(folder.root()).isPresent();
    }

    /** Stops the server; everything acknowledged is on disk. Close the connection pools first. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
