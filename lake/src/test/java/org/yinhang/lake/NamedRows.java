package org.yinhang.lake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.schema.ColumnSchema;

/** Rows of one table for tests that name the columns they care about; all others are missing. */
public final class NamedRows implements AutoCloseable {

    /** The zone days are reckoned in. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final long TEN_HOURS = 36_000_000_000L;

    private final TableWriter writer;
    private final List<ColumnSchema> columns;
    private final boolean isReference;

    /** Begins rows of a table. */
    public NamedRows(Lake lake, LakeCommit commit, String table) {
        writer = commit.writer(table);
        columns = lake.schema().table(table).stored();
        isReference = columns.stream().noneMatch(column -> column.name().equals("occurred_at"));
    }

    /** Ten in the morning of a day. */
    public static long at(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond() * 1_000_000 + TEN_HOURS;
    }

    /** Adds a row about a customer at ten in the morning of a day. */
    public NamedRows add(int customer, LocalDate day, long id, Map<String, ?> values) {
        writer.row(customer, at(day), at(day), id);
        return end(values, 4);
    }

    /** Adds a row of a reference table. */
    public NamedRows add(Map<String, ?> values) {
        writer.row();
        return end(values, 0);
    }

    private NamedRows end(Map<String, ?> values, int skipped) {
        Set<String> left = new HashSet<>(values.keySet());
        for (ColumnSchema column : columns.subList(isReference ? 0 : skipped, columns.size())) {
            left.remove(column.name());
            write(column, values.get(column.name()));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no such columns: " + left);
        }
        writer.end();
        return this;
    }

    private void write(ColumnSchema column, @Nullable Object value) {
        switch (value) {
            case null -> writer.absent();
            case String text -> writer.text(text);
            case LocalDate day -> writer.date((int) day.toEpochDay());
            case Boolean flag -> writer.flag(flag);
            case Double number -> writer.number(number);
            case Number number -> {
                switch (column.type()) {
                    case MONEY -> writer.money(number.longValue());
                    case KEY -> writer.key(number.longValue());
                    case RATE -> writer.rate(number.intValue());
                    default -> writer.integer(number.intValue());
                }
            }
            default -> throw new IllegalArgumentException(column.name() + ": " + value);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
