package org.yinhang.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableKind;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.sql.Sql;

/**
 * A reader of one pinned snapshot. Every canonical table is a view of its own name; every state table also has a
 * table macro {@code TABLE_at(instant)} that gives the newest row of each id as it was known at that instant.
 * One thread at a time.
 */
public final class LakeSession implements AutoCloseable {

    private final Connection connection;
    private final Snapshot snapshot;
    private final Path folder;

    private LakeSession(Connection connection, Snapshot snapshot, Path folder) {
        this.connection = connection;
        this.snapshot = snapshot;
        this.folder = folder;
    }

    static LakeSession open(Lake lake, Snapshot snapshot, SessionSettings settings) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET memory_limit = '%dMiB'".formatted(settings.memoryMiB()));
                statement.execute("SET threads = %d".formatted(settings.threads()));
                statement.execute("SET TimeZone = 'UTC'");
                for (SnapshotTable table : snapshot.tables().values()) {
                    statement.execute(view(lake, table));
                    if (table.schema().kind() == TableKind.STATE) {
                        statement.execute(asKnownAt(table.schema()));
                    }
                }
                confine(statement, lake.folder().toAbsolutePath().normalize());
            }
            return new LakeSession(connection, snapshot, lake.folder());
        } catch (SQLException e) {
            throw new LakeException("open snapshot " + snapshot.version(), e);
        }
    }

    /** Whatever a query says, it reaches no file outside the lake; spilled data lie in the lake's own folder. */
    private static void confine(Statement statement, Path lake) throws SQLException {
        statement.execute("SET temp_directory = %s"
                .formatted(Sql.literal(lake.resolve("spill").toString())));
        statement.execute("SET allowed_directories = %s".formatted(Sql.literals(List.of(lake + "/"))));
        statement.execute("SET enable_external_access = false");
        statement.execute("SET lock_configuration = true");
    }

    /** The snapshot every answer of this session comes from. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Turns one row of an answer into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row of an answer. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** Runs a query and gives every row, in the query's order. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> rows.add(reader.read(row)), parameters);
        return rows;
    }

    /** Runs a query and hands over its rows one by one, without holding them all. */
    public void each(String sql, RowConsumer consumer, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        } catch (SQLException e) {
            throw new LakeException(sql, e);
        }
    }

    /** Runs a statement that gives no rows, such as the making of a temporary table. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new LakeException(sql, e);
        }
    }

    /** Writes the rows of a query into one Parquet file, in the query's order; an existing file is replaced. */
    public void copy(String sql, Path file) {
        Path part = folder.toAbsolutePath().normalize().resolve("copy-" + UUID.randomUUID() + ".parquet");
        execute("COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(sql, Sql.literal(part.toString())));
        try {
            Files.copy(part, file, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new LakeException("close", e);
        }
    }

    private static String view(Lake lake, SnapshotTable table) {
        String name = table.schema().name();
        if (table.files().isEmpty()) {
            String columns = table.schema().stored().stream()
                    .map(c -> "CAST(NULL AS %s) AS %s".formatted(c.type().sql(), Sql.quoted(c.name())))
                    .collect(Collectors.joining(", "));
            return "CREATE VIEW %s AS SELECT %s WHERE false".formatted(Sql.quoted(name), columns);
        }
        String files = table.files().stream()
                .map(f -> Sql.literal(lake.folder()
                        .toAbsolutePath()
                        .normalize()
                        .resolve(f.path())
                        .toString()))
                .collect(Collectors.joining(", "));
        return "CREATE VIEW %s AS SELECT %s FROM read_parquet([%s], union_by_name = true)"
                .formatted(Sql.quoted(name), columns(table.schema()), files);
    }

    private static String columns(TableSchema schema) {
        return schema.stored().stream().map(ColumnSchema::name).map(Sql::quoted).collect(Collectors.joining(", "));
    }

    private static String asKnownAt(TableSchema schema) {
        return String.format(Locale.ROOT, """
                CREATE MACRO %s(known_at) AS TABLE
                SELECT * FROM %s WHERE occurred_at <= known_at AND recorded_at <= known_at
                QUALIFY row_number() OVER (PARTITION BY customer, id ORDER BY occurred_at DESC, recorded_at DESC) = 1
                """, Sql.quoted(schema.name() + "_at"), Sql.quoted(schema.name()));
    }
}
