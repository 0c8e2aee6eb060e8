package org.yinhang.lake.predicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.LeafSource;
import org.yinhang.core.audience.Selector;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexSubject;
import org.yinhang.core.audience.index.IndexWriter;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.fold.FactRows;
import org.yinhang.lake.fold.Fold;
import org.yinhang.lake.fold.Vectors;
import org.yinhang.lake.predicate.RandomBank.Row;

/**
 * The customers of a random bank in a real index on disk, far apart so that they lie in two blocks; facts are folded, block by block, for
 * whoever the bitmaps leave.
 */
final class BankInIndex implements AutoCloseable {

    /** From one customer's number to the next. */
    private static final int APART = 2_003;

    private static final int NUMBERS = RandomBank.CUSTOMERS * APART;

    private final Path folder;
    private final Index index;
    private final Selector selector;

    BankInIndex(RandomBank bank, BankBatch.LeafValues values, AsOf asOf) throws IOException {
        this.folder = Files.createTempDirectory("bank-in-index");
        Path written = folder.resolve("index");
        try (IndexWriter writer =
                IndexWriter.create(written, IndexSubject.of(asOf.day(), NUMBERS), RandomBank.FIELDS)) {
            for (int block = 0; block < Block.count(NUMBERS); block++) {
                int from = block * Block.ROWS;
                int size = Math.min(Block.ROWS, NUMBERS - from);
                long[] present = new long[Block.WORDS];
                IntStream.range(0, size)
                        .filter(row -> isCustomer(from + row))
                        .forEach(row -> present[row >>> 6] |= 1L << row);
                writer.customers(block, present);
                BankBatch batch = new BankBatch(size, (row, leaf) -> at(values, from + row, leaf));
                for (int column = 0; column < RandomBank.FIELDS.size(); column++) {
                    writer.column(column, block, batch.column(new Reference(RandomBank.FIELDS.get(column))));
                }
            }
            writer.finish();
        }
        this.index = Index.open(written);
        this.selector = new Selector(
                index, new Facts(bank, values, asOf, new HashMap<>(), new HashMap<>()), asOf, new Workers(1));
    }

    private static int number(int customer) {
        return customer * APART + APART - 1;
    }

    private static boolean isCustomer(int number) {
        return number % APART == APART - 1;
    }

    private static Value at(BankBatch.LeafValues values, int number, Leaf leaf) {
        return isCustomer(number) ? values.of(number / APART, leaf) : Value.missing();
    }

    /** What the bitmaps do not know. */
    private record Facts(
            RandomBank bank,
            BankBatch.LeafValues values,
            AsOf asOf,
            Map<Aggregate, Fold> folds,
            Map<Leaf, Dictionary> dictionaries)
            implements LeafSource {

        private static final Field ID = Field.of("id", ValueType.INTEGER, "id", "id");

        @Override
        public RoaringBitmap members(Expression.Member member) {
            RoaringBitmap members = new RoaringBitmap();
            IntStream.range(0, RandomBank.CUSTOMERS)
                    .filter(customer -> values.of(customer, member).equals(Value.of(true)))
                    .forEach(customer -> members.add(number(customer)));
            return members;
        }

        @Override
        public Vector values(Aggregate aggregate, int block, char[] rows, int count) {
            Fold fold = folds.computeIfAbsent(aggregate, a -> new Fold(a.table(), List.of(a), asOf));
            Vector facts = Objects.requireNonNull(fold.run(rows(fold, block)).get(aggregate));
            return Vectors.picked(
                    facts, IntStream.range(0, count).map(i -> rows[i]).toArray(), count);
        }

        /** The rows of a table that belong to a block, in the order the files have them. */
        private FactRows rows(Fold fold, int block) {
            boolean state = fold.table().state();
            List<Row> rows = (state ? bank.lines : bank.events)
                    .stream()
                            .filter(row -> Block.of(number(row.customer())) == block)
                            .sorted(Comparator.comparingInt(Row::customer)
                                    .thenComparingLong(Row::occurredAt)
                                    .thenComparingLong(Row::id)
                                    .thenComparingLong(Row::recordedAt))
                            .toList();
            BankBatch batch =
                    new BankBatch(rows.size(), (row, leaf) -> value(rows.get(row), (Reference) leaf), dictionaries);
            Map<String, Vector> columns = new HashMap<>();
            fold.columns().forEach(name -> columns.put(name, batch.column(new Reference(column(fold, name)))));
            int[] customers = rows.stream()
                    .mapToInt(row -> number(row.customer()) - block * Block.ROWS)
                    .toArray();
            return new FactRows(rows.size(), customers, columns);
        }

        private static Value value(Row row, Reference column) {
            return column.field().equals(ID)
                    ? Value.of(row.id())
                    : Objects.requireNonNull(row.columns().get(column.field().name()));
        }

        private static Field column(Fold fold, String name) {
            return name.equals(ID.name())
                    ? ID
                    : fold.table().columns().stream()
                            .filter(column -> column.name().equals(name))
                            .findFirst()
                            .orElseThrow();
        }
    }

    /** The customers of whom a condition is true. */
    Set<Integer> found(Expression condition) {
        Set<Integer> found = new HashSet<>();
        IntIterator numbers = selector.select(condition).customers().getIntIterator();
        while (numbers.hasNext()) {
            found.add(numbers.next() / APART);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        index.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
