package org.yinhang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.sql.Sql;
import org.yinhang.lake.tag.CompiledTag;

/** Compares every value of every tag in an index with a table of the same tags. */
final class TagComparison {

    private static final long MISSING = Long.MIN_VALUE;

    private TagComparison() {}

    /** How many values differ, in the table {@code finished}; a customer on one side only counts for every tag. */
    static long mismatches(Connection connection, Index index, Collection<CompiledTag> tags) throws SQLException {
        long mismatches = 0;
        for (CompiledTag tag : tags) {
            mismatches += mismatches(connection, index, tag);
        }
        return mismatches;
    }

    private static long mismatches(Connection connection, Index index, CompiledTag tag) throws SQLException {
        IndexColumn column = index.column(tag.id()).orElseThrow();
        List<String> texts = texts(connection, tag);
        long[][] ours = ours(index, column, texts);
        long mismatches = 0;
        long compared = 0;
        boolean real = tag.tag().type() == ValueType.NUMBER;
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT customer, %s FROM finished".formatted(number(tag)));
                DuckDBChunkedResult result = ((DuckDBPreparedStatement) statement).query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                DuckDBReadableVector customers = chunk.vector(0);
                DuckDBReadableVector values = chunk.vector(1);
                for (long row = 0; row < chunk.rowCount(); row++) {
                    int customer = customers.getInt(row);
                    long theirs = values.isNull(row)
                            ? MISSING
                            : real ? Double.doubleToLongBits(values.getDouble(row)) : values.getLong(row);
                    mismatches += ours[Block.of(customer)][Block.row(customer)] == theirs ? 0 : 1;
                    compared++;
                }
            }
        }
        return mismatches + Math.abs(index.customers() - compared);
    }

    /** The different texts of a tag, numbered as the type {@code tag_text} numbers them; none where its values are numbers. */
    private static List<String> texts(Connection connection, CompiledTag tag) throws SQLException {
        List<String> texts = new ArrayList<>();
        String text = text(tag);
        if (!text.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP TYPE IF EXISTS tag_text");
                statement.execute(
                        "CREATE TYPE tag_text AS ENUM (SELECT DISTINCT %s AS t FROM finished WHERE t IS NOT NULL ORDER BY t)"
                                .formatted(text));
                try (ResultSet rows = statement.executeQuery("SELECT unnest(enum_range(NULL::tag_text))")) {
                    while (rows.next()) {
                        texts.add(rows.getString(1));
                    }
                }
            }
        }
        return texts;
    }

    private static String text(CompiledTag tag) {
        String column = Sql.quoted(tag.id());
        return switch (tag.tag().type()) {
            case TEXT -> column;
            case SET -> "array_to_string(list_sort(%s), '+')".formatted(column);
            case TRUTH, INTEGER, NUMBER, MONEY, RATE, DATE, MOMENT, NOTHING -> "";
        };
    }

    /** A value as 64 bits: the place of a text among all, the bits of a real number. */
    private static String number(CompiledTag tag) {
        String column = Sql.quoted(tag.id());
        return switch (tag.tag().type()) {
            case TEXT, SET -> "CAST(enum_code(CAST(%s AS tag_text)) AS BIGINT)".formatted(text(tag));
            case NUMBER -> "CAST(%s AS DOUBLE)".formatted(column);
            case DATE -> "CAST(date_diff('day', DATE '1970-01-01', %s) AS BIGINT)".formatted(column);
            case MOMENT -> "epoch_us(%s)".formatted(column);
            case TRUTH, INTEGER, MONEY, RATE, NOTHING -> "CAST(%s AS BIGINT)".formatted(column);
        };
    }

    private static long[][] ours(Index index, IndexColumn column, List<String> texts) {
        Map<String, Long> places = new HashMap<>();
        texts.forEach(text -> places.put(text, (long) places.size()));
        Map<Long, Long> known = new HashMap<>();
        long[][] blocks = new long[index.blocks()][];
        char[] rows = new char[Block.ROWS];
        for (int block = 0; block < blocks.length; block++) {
            int count = Block.rows(index.present(block), rows);
            Vector vector = column.read(block, rows, count);
            blocks[block] = new long[Block.ROWS];
            for (int i = 0; i < count; i++) {
                blocks[block][rows[i]] = value(vector, i, places, known);
            }
        }
        return blocks;
    }

    /** A value as 64 bits; {@code known} remembers the places of codes and sets met before. */
    private static long value(Vector vector, int i, Map<String, Long> places, Map<Long, Long> known) {
        return switch (vector) {
            case Vector.Wholes(long[] values) -> values[i];
            case Vector.Reals(double[] values) ->
                Double.isNaN(values[i]) ? MISSING : Double.doubleToLongBits(values[i]);
            case Vector.Truths(byte[] values) -> values[i] == Vector.UNKNOWN ? MISSING : values[i];
            case Vector.Codes(int[] codes, var dictionary) ->
                codes[i] == Vector.NO_CODE
                        ? MISSING
                        : known.computeIfAbsent(
                                (long) codes[i], code -> places.getOrDefault(dictionary.text(code.intValue()), -1L));
            case Vector.Sets(long[] masks, var dictionary) ->
                masks[i] == Vector.MISSING
                        ? MISSING
                        : known.computeIfAbsent(
                                masks[i], mask -> places.getOrDefault(joined(mask, dictionary.texts()), -1L));
        };
    }

    private static String joined(long mask, List<String> labels) {
        return labels.stream()
                .filter(label -> (mask >>> labels.indexOf(label) & 1) == 1)
                .sorted()
                .collect(Collectors.joining("+"));
    }
}
