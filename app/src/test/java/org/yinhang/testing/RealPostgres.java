package org.yinhang.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real PostgreSQL, started once per test run and thrown away after it, when no application needs it any more. */
public final class RealPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .setRegisterShutdownHook(false)
                        .start();
                // After the applications have closed: those that find their database gone would wait for it.
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC address of its database. */
    public static String url() {
        return "jdbc:postgresql://127.0.0.1:" + Server.INSTANCE.getPort() + "/postgres";
    }

    /** The JDBC address of a new, empty database beside it. */
    public static String newDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return url().replaceAll("/postgres$", "/" + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path folder = Files.createTempDirectory("yinhang-test");
            TestPropertyValues.of(
                            "spring.datasource.url=" + url(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=",
                            "yinhang.demo=true",
                            "yinhang.worker=true",
                            "yinhang.demo-bank.customers=0",
                            "yinhang.standing-outreach=false",
                            "yinhang.played-days=0",
                            "yinhang.outcomes-every=0s",
                            "yinhang.data-folder=" + folder,
                            "yinhang.keys-folder=" + folder.resolve("keys"),
                            "logging.file.name=" + folder.resolve("test.log"))
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
