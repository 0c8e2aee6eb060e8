package org.yinhang.lake.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.ingest.mapping.SourceInput.Query;

/** Reads a database's answer to a query, any database whose JDBC driver is on the class path. */
final class QuerySource {

    private static final int ROWS_AT_ONCE = 10_000;

    private QuerySource() {}

    /** Writes the answer to {@code work}, row by row. */
    static Rows open(Query query, Map<String, String> environment, List<String> nulls, Path work) throws IOException {
        try (Connection connection = DriverManager.getConnection(query.url(), login(query, environment))) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet answer = statement.executeQuery(query.query())) {
                    return write(answer, nulls, work);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new FaultException(
                    Fault.of(
                            "ING-2006",
                            "The database did not answer (SQL state %s).".formatted(e.getSQLState()),
                            query.where(),
                            "Check the address, the query, user and password, and that the driver's jar is there."),
                    e);
        }
    }

    private static Properties login(Query query, Map<String, String> environment) {
        Properties login = new Properties();
        variable(query.userVariable(), environment, query.where()).ifPresent(user -> login.setProperty("user", user));
        variable(query.passwordVariable(), environment, query.where())
                .ifPresent(password -> login.setProperty("password", password));
        return login;
    }

    private static Optional<String> variable(Optional<String> name, Map<String, String> environment, String where) {
        if (name.isPresent() && !environment.containsKey(name.get())) {
            throw new FaultException(Fault.of(
                    "ING-2007",
                    "The environment variable %s is not set.".formatted(name.get()),
                    where,
                    "Set it before the load starts."));
        }
        return name.map(environment::get);
    }

    private static Rows write(ResultSet answer, List<String> nulls, Path work) throws SQLException, IOException {
        ResultSetMetaData shape = answer.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            names.add(shape.getColumnLabel(i));
        }
        try (RowFile rows = new RowFile(work)) {
            long number = 0;
            List<@Nullable String> values = new ArrayList<>();
            while (answer.next()) {
                values.clear();
                for (int i = 1; i <= names.size(); i++) {
                    values.add(answer.getString(i));
                }
                rows.write(++number, values);
            }
            return rows.rows(RowFile.names(names), nulls);
        }
    }
}
