package org.yinhang.core.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** Rows of one kind (customers, contacts, loans) as columns of equal length; immutable, in the order of the file. */
public final class Table implements RowSource {

    private final String name;
    private final int size;
    private final Map<String, Column> columns;

    private Table(String name, int size, Map<String, Column> columns) {
        this.name = name;
        this.size = size;
        this.columns = columns;
    }

    /**
     * A table of these columns.
     *
     * @param name what it is called in messages, such as the file's name
     * @throws IllegalArgumentException when columns differ in length or share a name
     */
    public static Table of(String name, List<? extends Column> columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        int size = columns.isEmpty() ? 0 : columns.getFirst().size();
        for (Column column : columns) {
            if (column.size() != size) {
                throw new IllegalArgumentException(
                        "column %s: %d rows (expected: %d)".formatted(column.name(), column.size(), size));
            }
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("column %s: twice in one table".formatted(column.name()));
            }
        }
        return new Table(name, size, byName);
    }

    public String name() {
        return name;
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    public List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    public Optional<Column> find(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /**
     * The column of that name.
     *
     * @throws FaultException TAB-1004 when there is none, with the nearest name
     */
    public Column column(String column) {
        return find(column).orElseThrow(() -> new FaultException(noSuchColumn(column)));
    }

    @Override
    public Numbers numbers(String column) {
        return ColumnReader.numbers(this, column);
    }

    @Override
    public Positions positions(String column, List<String> dictionary) {
        return ColumnReader.positions(this, column, dictionary);
    }

    @Override
    public Texts texts(String column) {
        return ColumnReader.texts(this, column);
    }

    /** What to tell a person who named a column that is not here. */
    public Fault noSuchColumn(String column) {
        String next = Spelling.nearest(column, columns.keySet())
                .map(near -> "Did you mean '%s'?".formatted(near))
                .orElseGet(() ->
                        "Columns are: " + columns.keySet().stream().limit(40).collect(Collectors.joining(", ")) + ".");
        return Fault.of("TAB-1004", "There is no column '%s'.".formatted(column), name, next);
    }

    /** The same rows without some columns; names that are not here are ignored. */
    public Table without(Collection<String> names) {
        Map<String, Column> kept = new LinkedHashMap<>(columns);
        kept.keySet().removeAll(names);
        return new Table(name, size, kept);
    }

    /** Some rows, in the order given. */
    public Table select(int[] rows) {
        if (isEveryRow(rows)) {
            return this;
        }
        Map<String, Column> chosen = new LinkedHashMap<>();
        columns.forEach((key, column) -> chosen.put(key, column.select(rows)));
        return new Table(name, rows.length, chosen);
    }

    private boolean isEveryRow(int[] rows) {
        return rows.length == size && IntStream.range(0, size).allMatch(row -> rows[row] == row);
    }

    /** The rows from {@code from} (included) to {@code to} (excluded). */
    public Table slice(int from, int to) {
        return select(IntStream.range(from, to).toArray());
    }

    /** The SHA-256 of every name and value in order, in hexadecimal: equal for equal content, whatever the file. */
    public String digest() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        for (Column column : columns.values()) {
            digest.update(column.name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            for (int row = 0; row < size; row++) {
                digest.update(column.text(row).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
