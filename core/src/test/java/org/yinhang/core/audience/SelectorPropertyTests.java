package org.yinhang.core.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.RandomColumns;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.predicate.vector.VectorProgram;

/** Whatever the predicate, the index finds whom a look at every row finds. */
class SelectorPropertyTests {

    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 30), ZoneId.of("Asia/Shanghai"));
    private static final List<Bank> BANKS = new ArrayList<>();
    private static @Nullable Path folder;

    private record Bank(
            RandomColumns columns,
            Index index,
            RoaringBitmap called,
            Selector alone,
            Selector together,
            List<Dictionary> texts) {

        Catalogue catalogue() {
            return new Catalogue(columns.fields(), List.of(), Set.of("called"), Set.of());
        }

        /** Computes the predicate for every row of the columns themselves, without the index. */
        RoaringBitmap lookedAt(Expression predicate) {
            VectorProgram program = VectorProgram.compile(predicate, AS_OF);
            RoaringBitmap found = new RoaringBitmap();
            for (int block = 0; block < Block.count(columns.numbers()); block++) {
                int from = block * Block.ROWS;
                int size = Math.min(Block.ROWS, columns.numbers() - from);
                byte[] truths = ((Vector.Truths) program.run(new Whole(this, block, size))).values();
                for (int i = 0; i < size; i++) {
                    if (truths[i] == Vector.TRUE && columns.isPresent(from + i)) {
                        found.add(from + i);
                    }
                }
            }
            return found;
        }
    }

    private record Whole(Bank bank, int block, int size) implements Batch {
        @Override
        public Vector column(Expression.Leaf leaf) {
            return switch (leaf) {
                case Expression.Reference r -> {
                    int column = bank.columns.fields().indexOf(r.field());
                    yield bank.columns.vector(column, block, bank.texts.get(column));
                }
                case Expression.Member member -> {
                    byte[] truths = new byte[size];
                    for (int i = 0; i < size; i++) {
                        truths[i] = (byte) (bank.called.contains(block * Block.ROWS + i) ? 1 : 0);
                    }
                    yield new Vector.Truths(truths);
                }
                case Expression.Aggregate aggregate -> throw new IllegalStateException("none here");
            };
        }
    }

    @BeforeContainer
    static void build() throws IOException {
        Path temp = Files.createTempDirectory("selector");
        folder = temp;
        for (int seed = 0; seed < 3; seed++) {
            RandomColumns columns = new RandomColumns(seed);
            columns.write(temp.resolve("index-" + seed), seed == 1);
            Index index = Index.open(temp.resolve("index-" + seed));
            RoaringBitmap called = new RoaringBitmap();
            for (int i = 0; i < columns.numbers(); i += 1 + (i * 31) % 17) {
                called.add(i);
            }
            LeafSource lists = new ListSource(called);
            BANKS.add(new Bank(
                    columns,
                    index,
                    called,
                    new Selector(index, lists, AS_OF, new Workers(1)),
                    new Selector(index, lists, AS_OF, new Workers(3)),
                    columns.fields().stream().map(f -> new Dictionary()).toList()));
        }
    }

    @AfterContainer
    static void remove() throws IOException {
        BANKS.forEach(bank -> bank.index.close());
        BANKS.clear();
        try (var files = Files.walk(java.util.Objects.requireNonNull(folder))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private record ListSource(RoaringBitmap called) implements LeafSource {
        @Override
        public RoaringBitmap members(Expression.Member member) {
            return called;
        }

        @Override
        public Vector values(Expression.Aggregate facts, int block, char[] rows, int count) {
            throw new IllegalStateException("none here");
        }
    }

    @Property(tries = 250)
    void findsWhomALookAtEveryRowFinds(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Bank bank = BANKS.get((int) (seed % BANKS.size()));
        String text = new PredicateSource(seed).predicate((int) (seed % 4));
        Expression predicate = Predicates.condition(text, bank.catalogue());
        RoaringBitmap expected = bank.lookedAt(predicate);
        Audience found = bank.together.select(predicate);
        assertThat(found.bitmap()).as(text).isEqualTo(expected);
        assertThat(bank.alone.count(predicate)).as(text).isEqualTo(expected.getCardinality());
    }

    @Property(tries = 40)
    void everyConditionRemovesWhomTheOthersWouldLeave(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Bank bank = BANKS.get((int) (seed % BANKS.size()));
        PredicateSource source = new PredicateSource(seed);
        List<Expression> conditions = new ArrayList<>();
        for (int i = 0; i < 1 + seed % 5; i++) {
            conditions.add(Predicates.condition(source.predicate(1), bank.catalogue()));
        }
        Selector.Removals removals = bank.together.removals(conditions);
        assertThat(removals.count()).isEqualTo(bank.alone.count(new Expression.And(conditions)));
        for (int i = 0; i < conditions.size(); i++) {
            List<Expression> others = new ArrayList<>(conditions);
            others.remove(i);
            Selector.Removal removal = removals.conditions().get(i);
            assertThat(removal.alone()).isEqualTo(bank.alone.count(conditions.get(i)));
            assertThat(removal.without()).isEqualTo(bank.alone.count(new Expression.And(others)));
            assertThat(removal.removed()).isEqualTo(removal.without() - removals.count());
        }
    }
}
