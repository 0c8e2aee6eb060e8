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
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.sql.SqlWriter;

/** The made-up tags as a native table of DuckDB, generated once and kept. */
record TagTable(Connection connection) implements AutoCloseable {

    static TagTable open(Path folder, List<TagColumn> columns, int customers, int threads)
            throws SQLException, IOException {
        Path file = folder.resolve("audience-%d.duckdb".formatted(customers));
        if (Files.notExists(file)) {
            Path next = folder.resolve("audience.next");
            Files.deleteIfExists(next);
            generate(next, columns, customers);
            Files.move(next, file);
        }
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
        }
        return new TagTable(connection);
    }

    private static void generate(Path file, List<TagColumn> columns, int customers) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String macro : TagColumn.macros().split(";\n")) {
                if (!macro.isBlank()) {
                    statement.execute(macro);
                }
            }
            for (TagColumn column : columns) {
                statement.execute(
                        "CREATE TYPE %s_type AS %s".formatted(column.field().name(), column.sqlType()));
            }
            statement.execute(columns.stream()
                    .map(c -> "(%s)::%2$s_type AS %2$s"
                            .formatted(c.sql(), c.field().name()))
                    .collect(Collectors.joining(
                            ",\n", "CREATE TABLE tags AS SELECT ", " FROM range(" + customers + ") t(i)")));
            statement.execute("CHECKPOINT");
        }
    }

    long count(Expression predicate, AsOf asOf) throws SQLException {
        SqlWriter writer = SqlWriter.duckDb(
                asOf, leaf -> ((Expression.Reference) leaf).field().name());
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT count(*) FROM tags WHERE " + writer.write(predicate))) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
