package org.yinhang.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableSchema;

/** Fills tables of a lake with random rows of every type, some values missing, over a few customers of several blocks. */
public final class RandomLake {

    /** Customers, also at the edges of blocks and buckets. */
    public static final List<Integer> CUSTOMERS =
            List.of(0, 1, 7, 65_535, 65_536, 70_000, 200_000, 1_048_576, 1_048_590);

    private static final long DAY = 86_400_000_000L;
    private static final int DAYS = 400;

    private final Lake lake;
    private final Random random;
    private final long end;

    /**
     * @param seed everything follows from it
     * @param endDay days since 1970 before which facts happen, some a little later
     */
    public RandomLake(Lake lake, long seed, long endDay) {
        this.lake = lake;
        this.random = new Random(seed);
        this.end = endDay * DAY;
    }

    /** Adds one run of rows to a table of states or facts, less than so many to each customer. */
    public void add(String table, int each) {
        TableSchema schema = lake.schema().table(table);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter writer = commit.writer(table)) {
                for (int customer : byBucket()) {
                    int rows = table.equals("customers") ? 1 + random.nextInt(each) : random.nextInt(each);
                    for (int i = 0; i < rows; i++) {
                        row(writer, schema, customer);
                    }
                }
            }
            commit.publish(List.of());
        }
    }

    /** Fills a reference table whose keys are those that other columns point at. */
    public void refer(String table, int rows) {
        TableSchema schema = lake.schema().table(table);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter writer = commit.writer(table)) {
                for (int i = 0; i < rows; i++) {
                    writer.row();
                    for (ColumnSchema column : schema.stored()) {
                        if (!schema.key().contains(column.name())) {
                            value(writer, column, end);
                        } else if (schema.key().size() == 1 && column.name().equals("household")) {
                            writer.key(i);
                        } else {
                            writer.text("x" + i);
                        }
                    }
                    writer.end();
                }
            }
            commit.publish(List.of());
        }
    }

    private void row(TableWriter writer, TableSchema schema, int customer) {
        long at = end - random.nextInt(DAYS) * DAY + random.nextInt(20 * 24) * DAY / 24;
        long id =
                switch (schema.kind()) {
                    case STATE -> schema.name().equals("customers") ? customer : random.nextInt(4);
                    case FACT, REFERENCE -> random.nextLong() >>> 1;
                };
        writer.row(customer, at, at + Math.floorMod(random.nextLong(), DAY), id);
        schema.stored().stream().skip(4).forEach(column -> value(writer, column, at));
        writer.end();
    }

    /** Customers may come in any order of buckets, but ascending within one. */
    private static List<Integer> byBucket() {
        return CUSTOMERS.stream()
                .sorted((a, b) -> Lake.bucketOf(a) == Lake.bucketOf(b) ? a - b : Lake.bucketOf(a) - Lake.bucketOf(b))
                .toList();
    }

    private void value(TableWriter writer, ColumnSchema column, long at) {
        if (!column.required() && random.nextInt(5) == 0) {
            writer.absent();
            return;
        }
        List<String> codes = new ArrayList<>(column.values().keySet());
        switch (column.type()) {
            case CUSTOMER -> writer.integer(CUSTOMERS.get(random.nextInt(CUSTOMERS.size())));
            case INTEGER -> writer.integer(random.nextInt(100));
            case KEY -> writer.key(random.nextInt(5));
            case CODE, TEXT ->
                writer.text(codes.isEmpty() ? "x" + random.nextInt(3) : codes.get(random.nextInt(codes.size())));
            case MONEY -> writer.money(random.nextInt(20_000_000) - 5_000_000);
            case RATE -> writer.rate(random.nextInt(200_000));
            case FRACTION, NUMBER -> writer.number(random.nextDouble());
            case DATE -> writer.date((int) (at / DAY) - random.nextInt(9_000));
            case INSTANT -> writer.instant(at + random.nextInt(10) * DAY);
            case FLAG -> writer.flag(random.nextBoolean());
        }
    }
}
