package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.yinhang.core.fault.FullDisk;
import org.yinhang.lake.LakeException;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;
import org.yinhang.lake.sql.Sql;

/**
 * The engine of one load. Its SQL sees the input files, the lake's tables and the load's private folder, and no other
 * file and no network, whatever a mapping's expressions try.
 */
final class Engine implements AutoCloseable {

    /** The function that turns an identifier's text into a record number. */
    static final String NUMBER_OF = "yinhang_number";

    private final DuckDBConnection connection;
    private final Path disk;

    /** What a query gives for one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A column of a query's answer. */
    record Column(String name, String type) {}

    Engine(SessionSettings settings, Path work, Path tables, Collection<Path> files, IdentifierKey key) {
        this.disk = work;
        try {
            connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            run("SET memory_limit = '%dMiB'".formatted(settings.memoryMiB()));
            run("SET threads = %d".formatted(settings.threads()));
            run("SET TimeZone = 'UTC'");
            run("SET temp_directory = %s"
                    .formatted(Sql.literal(work.resolve("spill").toString())));
            numberFunction(key);
            run("SET allowed_directories = %s".formatted(Sql.literals(List.of(work + "/", tables + "/"))));
            run("SET allowed_paths = %s"
                    .formatted(Sql.literals(files.stream().map(Path::toString).toList())));
            run("SET enable_external_access = false");
            run("SET lock_configuration = true");
        } catch (SQLException e) {
            throw new LakeException("open the engine of a load", e);
        }
    }

    private Engine(DuckDBConnection connection, Path disk) {
        this.connection = connection;
        this.disk = disk;
    }

    /** A second connection to the same engine, for another thread. */
    Engine beside() {
        try {
            return new Engine(connection.duplicate(), disk);
        } catch (SQLException e) {
            throw failed("open a second connection", e);
        }
    }

    /** Runs a statement that must work. */
    void execute(String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Runs a statement that may fail by the fault of a mapping or of its data. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The columns of a query's answer, without running it. */
    List<Column> describe(String query) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE " + query)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }

    /** The names of the columns of a table expression. */
    List<String> columns(String from) throws SQLException {
        return describe("SELECT * FROM " + from).stream().map(Column::name).toList();
    }

    /** Every row of a query's answer. */
    <T> List<T> query(String sql, RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)));
        return rows;
    }

    /** Reads a query's answer row by row without holding it. */
    void each(String sql, RowReader<?> reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** The one number a query gives. */
    long count(String sql) {
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    /** What to throw when a statement fails that should work: a full disk is a fault, everything else a bug. */
    RuntimeException failed(String doing, SQLException e) {
        return FullDisk.isBehind(e) ? DiskFull.at(disk, e) : new LakeException(doing, e);
    }

    /** Whether an error came from the values of a row and not from the SQL itself. */
    static boolean isOfValues(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Conversion Error")
                || message.startsWith("Invalid Input Error")
                || message.startsWith("Out of Range Error");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new LakeException("close the engine of a load", e);
        }
    }

    /** Makes a function of ours known to the engine's SQL; its threads call it at once, each for rows of its own. */
    void function(String name, Class<?> result, List<Class<?>> parameters, DuckDBScalarFunction function) {
        try {
            register(name, result, parameters, function);
        } catch (SQLException e) {
            throw failed("make the function " + name, e);
        }
    }

    private void numberFunction(IdentifierKey key) throws SQLException {
        register(NUMBER_OF, Long.class, List.of(String.class), (in, out) -> {
            DuckDBReadableVector texts = in.vector(0);
            for (long i = 0; i < in.rowCount(); i++) {
                if (texts.isNull(i)) {
                    out.setNull(i);
                } else {
                    out.setLong(i, key.number(texts.getString(i)));
                }
            }
        });
    }

    private void register(String name, Class<?> result, List<Class<?>> parameters, DuckDBScalarFunction function)
            throws SQLException {
        try (var made = DuckDBFunctions.scalarFunction()
                .withName(name)
                .withParameters(parameters.toArray(Class<?>[]::new))
                .withReturnType(result)
                .withVectorizedFunction(function)) {
            made.register(connection);
        }
    }
}
