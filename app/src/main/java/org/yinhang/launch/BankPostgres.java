package org.yinhang.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** A PostgreSQL somebody else runs: tried once before anything slow starts, so that what is wrong with it is said in words. */
public final class BankPostgres {

    /** The oldest server the schema works on, as {@code server_version_num} without its last four digits. */
    static final int OLDEST = 14;

    private static final int MINOR = 10_000;
    private static final String PATIENCE_SECONDS = "10";

    private static final String QUESTION = """
            SELECT current_setting('server_version_num')::int AS version,
                   current_setting('server_encoding') AS encoding,
                   current_setting('transaction_read_only') = 'on' AS read_only,
                   current_database() AS name,
                   current_schema() AS schema,
                   current_schema() IS NOT NULL
                       AND has_schema_privilege(current_schema(), 'CREATE') AS writable""";

    private BankPostgres() {}

    /**
     * Makes sure that somebody who makes no tables can work in this database: it answers, is new enough and holds every name.
     *
     * @return the same address
     * @throws FaultException as {@link #check} does, but never {@code RUN-1012}
     */
    public static DatabaseAddress reach(DatabaseAddress address) {
        return ask(address, false);
    }

    /**
     * Makes sure that the application can live in this database.
     *
     * @return the same address
     * @throws FaultException {@code RUN-1005} an address of something else, {@code RUN-1006} nobody answers there,
     *     {@code RUN-1007} the role or its password is refused, {@code RUN-1008} no such database, {@code RUN-1009} a server
     *     too old, {@code RUN-1012} no right to make tables, {@code RUN-1013} not UTF-8
     */
    public static DatabaseAddress check(DatabaseAddress address) {
        return ask(address, true);
    }

    private static DatabaseAddress ask(DatabaseAddress address, boolean isHome) {
        if (!address.url().startsWith("jdbc:postgresql:")) {
            throw fault(
                    address,
                    "RUN-1005",
                    "This is not the JDBC address of a PostgreSQL.",
                    "Write jdbc:postgresql://HOST:5432/DATABASE.");
        }
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            wrongWith(address, row, isHome).ifPresent(fault -> {
                throw new FaultException(fault);
            });
            return address;
        } catch (SQLException e) {
            throw new FaultException(refusal(address, e), e);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        return DriverManager.getConnection(address.url(), properties);
    }

    private static Optional<Fault> wrongWith(DatabaseAddress address, ResultSet row, boolean isHome)
            throws SQLException {
        int version = row.getInt("version") / MINOR;
        if (version < OLDEST) {
            return Optional.of(of(
                    address,
                    "RUN-1009",
                    "The server is PostgreSQL %d; Yinhang needs %d or newer.".formatted(version, OLDEST),
                    "Upgrade it, or name a newer server; serve without --database-url brings its own."));
        }
        if (!"UTF8".equals(row.getString("encoding"))) {
            return Optional.of(of(
                    address,
                    "RUN-1013",
                    "The database is encoded in %s, which cannot hold every name.".formatted(row.getString("encoding")),
                    "Create one with: CREATE DATABASE yinhang ENCODING 'UTF8' TEMPLATE template0."));
        }
        if (isHome && row.getBoolean("read_only")) {
            return Optional.of(of(
                    address,
                    "RUN-1012",
                    "The server takes no changes: it is a standby, or set to read only.",
                    "Name the primary server."));
        }
        if (isHome && !row.getBoolean("writable")) {
            return Optional.of(of(
                    address,
                    "RUN-1012",
                    "The role %s may not make tables in this database.".formatted(address.user()),
                    "As its administrator: ALTER DATABASE %1$s OWNER TO %2$s; or GRANT ALL ON SCHEMA %3$s TO %2$s."
                            .formatted(
                                    row.getString("name"),
                                    address.user(),
                                    Objects.requireNonNullElse(row.getString("schema"), "public"))));
        }
        return Optional.empty();
    }

    /** What a failed connection means, by the class of its SQL state. */
    private static Fault refusal(DatabaseAddress address, SQLException problem) {
        String state = Objects.requireNonNullElse(problem.getSQLState(), "");
        return switch (state) {
            case "28P01", "28000" ->
                of(
                        address,
                        "RUN-1007",
                        "The server refuses the role %s or its password.".formatted(address.user()),
                        "Check --database-user and YINHANG_DATABASE_PASSWORD, and pg_hba.conf for this machine.");
            case "3D000" ->
                of(
                        address,
                        "RUN-1008",
                        "There is no such database on the server.",
                        "As its administrator: CREATE DATABASE yinhang OWNER %s ENCODING 'UTF8' TEMPLATE template0."
                                .formatted(address.user()));
            default ->
                of(
                        address,
                        "RUN-1006",
                        "The database does not answer (SQL state %s).".formatted(state.isEmpty() ? "none" : state),
                        "Check host and port, that the server runs, and that no firewall is between.");
        };
    }

    private static FaultException fault(DatabaseAddress address, String code, String what, String next) {
        return new FaultException(of(address, code, what, next));
    }

    /** Whatever follows a question mark in the address may hold a password. */
    private static Fault of(DatabaseAddress address, String code, String what, String next) {
        return Fault.of(code, what, address.url().replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//"), next);
    }
}
