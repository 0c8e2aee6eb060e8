package org.yinhang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases in the PostgreSQL of the test run that ask for a password, as a bank's own server does. */
public final class BankServer {

    private static final String RULE = "host \"/^bank_\" all 127.0.0.1/32 scram-sha-256\n";

    private BankServer() {}

    /** A role that can sign in and owns nothing yet. */
    public static void role(String name, String password) {
        execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
    }

    /** A database; one whose name begins with {@code bank_} is open to its password only. */
    public static void database(String name, String options) {
        execute("CREATE DATABASE " + name + " " + options);
        guard();
    }

    /** Its JDBC address. */
    public static String url(String database) {
        return RealPostgres.url().replaceAll("/postgres$", "/" + database);
    }

    private static void guard() {
        try (Connection connection = DriverManager.getConnection(RealPostgres.url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            Path rules = file(statement);
            String before = Files.readString(rules);
            if (!before.startsWith(RULE)) {
                Files.writeString(rules, RULE + before);
                statement.execute("SELECT pg_reload_conf()");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW hba_file")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(RealPostgres.url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
