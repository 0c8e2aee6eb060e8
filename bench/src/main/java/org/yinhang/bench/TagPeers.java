package org.yinhang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.sql.Sql;
import org.yinhang.lake.tag.CompiledTag;
import org.yinhang.lake.tag.TagSql;

/** The tags as DuckDB computes them from the same files. */
final class TagPeers implements AutoCloseable {

    /** More than ours may take, so that the peer need not spill what it can hold. */
    private static final int MEMORY_MIB = 8192;

    private final Lake lake;
    private final Snapshot snapshot;
    private final TagSql sql;
    private final Connection connection;
    private final Path file;

    private TagPeers(Lake lake, Snapshot snapshot, TagSql sql, Connection connection, Path file) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.sql = sql;
        this.connection = connection;
        this.file = file;
    }

    /** Beside the lake, in a database file: its tables do not fit into memory at ten million customers, and ours are on disk too. */
    static TagPeers open(Lake lake, Snapshot snapshot, TagSql sql) throws SQLException, IOException {
        Path file = lake.folder().resolveSibling("peer.duckdb").toAbsolutePath();
        Files.deleteIfExists(file);
        TagPeers peers = new TagPeers(lake, snapshot, sql, DriverManager.getConnection("jdbc:duckdb:" + file), file);
        peers.execute("SET threads = %d".formatted(Runtime.getRuntime().availableProcessors()));
        peers.execute("SET memory_limit = '%dMiB'".formatted(MEMORY_MIB));
        peers.execute("SET TimeZone = 'UTC'");
        peers.execute("SET temp_directory = %s"
                .formatted(Sql.literal(
                        lake.folder().resolveSibling("spill").toAbsolutePath().toString())));
        return peers;
    }

    Connection connection() {
        return connection;
    }

    /** All tags, bucket by bucket into one table, then those that need everyone: left in the table {@code finished}. */
    long bucketed() throws SQLException {
        for (int bucket = 0; bucket < Lake.BUCKETS; bucket++) {
            views(bucket);
            execute((bucket == 0 ? "CREATE TABLE base AS " : "INSERT INTO base ") + sql.single());
        }
        execute("CREATE TABLE finished AS " + sql.everyone("base"));
        execute("DROP TABLE base");
        return count("finished");
    }

    /** One grouped pass over each table with one plain sum for each column, bucket by bucket. */
    long floor() throws SQLException {
        for (int bucket = 0; bucket < Lake.BUCKETS; bucket++) {
            views(bucket);
            for (SnapshotTable table : snapshot.tables().values()) {
                if (table.schema().kind().isBucketed() && !table.bucket(bucket).isEmpty()) {
                    String name = table.schema().name();
                    String items = table.schema().stored().stream()
                            .filter(column -> !column.name().equals("customer"))
                            .map(TagPeers::plain)
                            .collect(Collectors.joining(", "));
                    execute("CREATE OR REPLACE TEMP TABLE floor_%s AS SELECT customer, %s FROM %s GROUP BY customer"
                            .formatted(name, items, Sql.quoted(name)));
                }
            }
        }
        return count("finished");
    }

    private static String plain(ColumnSchema column) {
        String name = Sql.quoted(column.name());
        return switch (column.type()) {
            case CUSTOMER, KEY, INTEGER, MONEY, RATE, FRACTION, NUMBER -> "sum(%s)".formatted(name);
            case CODE, TEXT, DATE, INSTANT, FLAG -> "max(%s)".formatted(name);
        };
    }

    /** One query a tag over the whole lake, as an analyst would write it. */
    long alone() throws SQLException {
        views(-1);
        List<CompiledTag> single =
                sql.tags().stream().filter(tag -> !tag.needsEveryone()).toList();
        for (CompiledTag tag : single) {
            execute("CREATE OR REPLACE TEMP TABLE alone AS " + sql.alone(tag));
        }
        return count("alone");
    }

    /** Every canonical table as a view of one bucket's files, or of all where the bucket is negative. */
    private void views(int bucket) throws SQLException {
        for (SnapshotTable table : snapshot.tables().values()) {
            boolean whole = bucket < 0 || !table.schema().kind().isBucketed();
            List<LakeFile> files = whole ? table.files() : table.bucket(bucket);
            execute("CREATE OR REPLACE VIEW %s AS %s"
                    .formatted(Sql.quoted(table.schema().name()), files.isEmpty() ? nothing(table) : read(files)));
        }
    }

    private String read(List<LakeFile> files) {
        return files.stream()
                .map(file -> Sql.literal(
                        lake.folder().resolve(file.path()).toAbsolutePath().toString()))
                .collect(Collectors.joining(", ", "SELECT * FROM read_parquet([", "], union_by_name = true)"));
    }

    private static String nothing(SnapshotTable table) {
        return table.schema().stored().stream()
                .map(c -> "CAST(NULL AS %s) AS %s".formatted(c.type().sql(), Sql.quoted(c.name())))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        Files.deleteIfExists(file);
    }
}
