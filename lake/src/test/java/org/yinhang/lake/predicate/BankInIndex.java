package org.yinhang.lake.predicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/**
 * The customers of a random bank in a real index on disk, far apart so that they lie in two blocks; facts and members are looked up for
 * whoever the bitmaps leave.
 */
final class BankInIndex implements AutoCloseable {

    /** From one customer's number to the next. */
    private static final int APART = 2_003;

    private static final int NUMBERS = RandomBank.CUSTOMERS * APART;

    private final Path folder;
    private final Index index;
    private final Selector selector;

    BankInIndex(BankBatch.LeafValues values, AsOf asOf) throws IOException {
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
        this.selector = new Selector(index, new Facts(values, new HashMap<>()), asOf, new Workers(1));
    }

    private static boolean isCustomer(int number) {
        return number % APART == APART - 1;
    }

    private static Value at(BankBatch.LeafValues values, int number, Leaf leaf) {
        return isCustomer(number) ? values.of(number / APART, leaf) : Value.missing();
    }

    /** What the bitmaps do not know. */
    private record Facts(BankBatch.LeafValues values, Map<Leaf, Dictionary> dictionaries) implements LeafSource {

        @Override
        public RoaringBitmap members(Expression.Member member) {
            RoaringBitmap members = new RoaringBitmap();
            IntStream.range(0, RandomBank.CUSTOMERS)
                    .filter(customer -> values.of(customer, member).equals(Value.of(true)))
                    .forEach(customer -> members.add(customer * APART + APART - 1));
            return members;
        }

        @Override
        public Vector values(Expression.Aggregate facts, int block, char[] rows, int count) {
            return new BankBatch(count, (row, leaf) -> at(values, block * Block.ROWS + rows[row], leaf), dictionaries)
                    .column(facts);
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
