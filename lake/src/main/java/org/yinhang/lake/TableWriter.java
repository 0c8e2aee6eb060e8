package org.yinhang.lake;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.sql.Sql;

/**
 * Streams rows of one table into Parquet files of bounded size. A row gives its values in the order of
 * {@link TableSchema#stored()}. Rows of a bucketed table come customer by customer in ascending number (within one
 * customer in any order); a new file begins when the bucket changes or enough rows are in. One thread at a time.
 */
public final class TableWriter implements AutoCloseable {

    private static final int ROWS_PER_FILE = 4_000_000;

    private final LakeCommit commit;
    private final TableSchema schema;
    private final DuckDBConnection connection;
    private @Nullable DuckDBAppender appender;
    private long rows;
    private int first;
    private int last = -1;
    private boolean sorted = true;
    private long lastInstant;
    private long lastId;

    TableWriter(LakeCommit commit, TableSchema schema) {
        this.commit = commit;
        this.schema = schema;
        try {
            connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            execute("SET threads = 1");
            execute("CREATE TABLE staged (%s)"
                    .formatted(schema.stored().stream().map(TableWriter::column).collect(Collectors.joining(", "))));
        } catch (SQLException e) {
            throw new LakeException("open a writer of " + schema.name(), e);
        }
    }

    /**
     * Begins a row of a state or fact table.
     *
     * @param occurredAt microseconds since 1970 UTC
     * @param recordedAt microseconds since 1970 UTC
     * @throws IllegalStateException when the customer's number is below the one before in the same bucket run
     */
    public TableWriter row(int customer, long occurredAt, long recordedAt, long id) {
        if (customer != last) {
            if (rows > 0 && (rows >= ROWS_PER_FILE || Lake.bucketOf(customer) != Lake.bucketOf(last))) {
                roll();
            } else if (rows > 0 && customer < last) {
                throw new IllegalStateException(
                        "customer: %d after %d (expected: ascending)".formatted(customer, last));
            }
            first = rows == 0 ? customer : first;
            last = customer;
        } else if (occurredAt < lastInstant || (occurredAt == lastInstant && id < lastId)) {
            sorted = false;
        }
        lastInstant = occurredAt;
        lastId = id;
        begin();
        return integer(customer).instant(occurredAt).instant(recordedAt).key(id);
    }

    /** Begins a row of a reference table. */
    public TableWriter row() {
        begin();
        return this;
    }

    /** Ends the row. */
    public void end() {
        try {
            appender().endRow();
            rows++;
        } catch (SQLException e) {
            throw new LakeException("end a row of " + schema.name(), e);
        }
    }

    public TableWriter integer(int value) {
        return put(a -> a.append(value));
    }

    public TableWriter key(long value) {
        return put(a -> a.append(value));
    }

    /** An amount in fen. */
    public TableWriter money(long fen) {
        return put(a -> a.append(fen));
    }

    /** An annual rate in millionths. */
    public TableWriter rate(int ppm) {
        return put(a -> a.append(ppm));
    }

    public TableWriter number(double value) {
        return put(a -> a.append(value));
    }

    public TableWriter flag(boolean value) {
        return put(a -> a.append(value));
    }

    /** A code or text; null where there is none. */
    public TableWriter text(@Nullable String value) {
        return value == null ? absent() : put(a -> a.append(value));
    }

    /** A calendar day, counted from 1970-01-01. */
    public TableWriter date(int epochDay) {
        return put(a -> a.appendEpochDays(epochDay));
    }

    /** Microseconds since 1970 UTC. */
    public TableWriter instant(long micros) {
        return put(a -> a.appendEpochMicros(micros));
    }

    /** No value. */
    public TableWriter absent() {
        return put(DuckDBAppender::appendNull);
    }

    /** Writes what is left and closes; the files belong to the commit from then on. */
    @Override
    public void close() {
        try (connection) {
            if (rows > 0) {
                roll();
            }
            if (appender != null) {
                appender.close();
                appender = null;
            }
        } catch (SQLException e) {
            throw new LakeException("close a writer of " + schema.name(), e);
        }
    }

    @FunctionalInterface
    private interface Put {
        void into(DuckDBAppender appender) throws SQLException;
    }

    private TableWriter put(Put put) {
        try {
            put.into(appender());
            return this;
        } catch (SQLException e) {
            throw new LakeException("write a value of " + schema.name(), e);
        }
    }

    private void begin() {
        put(DuckDBAppender::beginRow);
    }

    private DuckDBAppender appender() throws SQLException {
        DuckDBAppender open = appender;
        if (open == null) {
            // The appender flushes every 2,048 rows. Inside one transaction that is cheap; each its own commit is not.
            execute("BEGIN TRANSACTION");
            open = connection.createAppender("staged");
            appender = open;
        }
        return open;
    }

    private void roll() {
        boolean bucketed = schema.kind().isBucketed();
        int bucket = bucketed ? Lake.bucketOf(last) : 0;
        Path file = commit.newFile(schema.name(), bucket);
        try {
            if (appender != null) {
                appender.close();
                appender = null;
            }
            String order = bucketed && !sorted ? " ORDER BY customer, occurred_at, id, recorded_at" : "";
            execute("COPY (FROM staged%s) TO %s (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(order, Sql.literal(file.toString())));
            execute("ROLLBACK");
        } catch (SQLException e) {
            throw new LakeException("write " + file, e);
        }
        commit.add(schema.name(), file, bucket, rows, bucketed ? first : 0, bucketed ? last : 0);
        rows = 0;
        sorted = true;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String column(ColumnSchema column) {
        return Sql.quoted(column.name()) + " " + column.type().sql();
    }

    /** The names of the values a row takes, in order. */
    public List<String> columns() {
        return schema.stored().stream().map(ColumnSchema::name).toList();
    }
}
