package org.yinhang.core.audience.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

class IndexTests {

    @TempDir
    Path temp;

    private static Value value(IndexColumn column, int customer) {
        Vector one = column.read(Block.of(customer), new char[] {(char) Block.row(customer)}, 1);
        return switch (one) {
            case Vector.Wholes w -> w.values()[0] == Vector.MISSING ? Value.missing() : Value.of(w.values()[0]);
            case Vector.Reals r -> Value.of(r.values()[0]);
            case Vector.Codes c ->
                c.codes()[0] < 0 ? Value.missing() : Value.of(c.dictionary().text(c.codes()[0]));
            case Vector.Truths t -> t.values()[0] < 0 ? Value.missing() : Value.of(t.values()[0] == Vector.TRUE);
            case Vector.Sets s -> {
                TreeSet<String> labels = new TreeSet<>();
                for (int label = 0; label < s.dictionary().size() && s.masks()[0] != Vector.MISSING; label++) {
                    if (((s.masks()[0] >>> label) & 1) != 0) {
                        labels.add(s.dictionary().text(label));
                    }
                }
                yield s.masks()[0] == Vector.MISSING ? Value.missing() : new Value.Labels(labels);
            }
        };
    }

    @Test
    void givesBackEveryValueThatWasWritten() throws IOException {
        for (long seed = 0; seed < 4; seed++) {
            RandomColumns columns = new RandomColumns(seed);
            Path folder = temp.resolve("index-" + seed);
            columns.write(folder, seed % 2 == 0);
            try (Index index = Index.open(folder)) {
                index.verify();
                int there = 0;
                for (int customer = 0; customer < columns.numbers(); customer++) {
                    assertThat(index.everyone().contains(customer)).isEqualTo(columns.isPresent(customer));
                    there += columns.isPresent(customer) ? 1 : 0;
                    for (int c = 0; c < columns.fields().size() && columns.isPresent(customer); c++) {
                        Value expected = columns.value(c, customer);
                        Value read = value(index.columns().get(c), customer);
                        if (!read.equals(expected)) {
                            assertThat(read)
                                    .as("%s of %d", columns.fields().get(c).name(), customer)
                                    .isEqualTo(expected);
                        }
                    }
                }
                assertThat(index.customers()).isEqualTo(there);
            }
        }
    }

    @Test
    void countsTheCustomersOfEveryValue() throws IOException {
        RandomColumns columns = new RandomColumns(7);
        columns.write(temp.resolve("index"), false);
        try (Index index = Index.open(temp.resolve("index"))) {
            IndexColumn loans = index.column("loans").orElseThrow();
            Map<Long, Long> counted = new TreeMap<>();
            for (int customer = 0; customer < columns.numbers(); customer++) {
                if (columns.isPresent(customer)) {
                    Value value = columns.value(3, customer);
                    counted.merge(value instanceof Value.Whole w ? w.value() : Vector.MISSING, 1L, Long::sum);
                }
            }
            assertThat(loans.isKeyed()).isTrue();
            assertThat(loans.counts()).isEqualTo(counted);
            assertThat(index.column("balance").orElseThrow().isKeyed()).isFalse();
            assertThat(index.column("nothing").orElseThrow().missing()).isEqualTo(index.customers());
        }
    }

    @Test
    void aKilledWriterLeavesNothingToRead() throws IOException {
        Path folder = temp.resolve("index");
        IndexSubject subject = IndexSubject.of(LocalDate.of(2026, 6, 30), 10);
        IndexWriter killed = IndexWriter.create(folder, subject, List.of(field()));
        killed.customers(0, new long[] {0b1111});
        killed.column(0, 0, new Vector.Wholes(new long[] {1, 2, 3, 4}));
        assertThatThrownBy(() -> Index.open(folder)).hasMessageContaining("IDX-1001");
        assertThatThrownBy(() -> Index.open(temp.resolve("index.next"))).hasMessageContaining("IDX-1001");
        try (IndexWriter again = IndexWriter.create(folder, subject, List.of(field()))) {
            again.customers(0, new long[] {0b10_0000_0001});
            assertThatThrownBy(again::finish).hasMessageContaining("not written");
            again.column(0, 0, new Vector.Wholes(new long[10]));
            again.finish();
        }
        try (Index index = Index.open(folder);
                Stream<Path> left = Files.list(temp)) {
            assertThat(index.everyone().toArray()).containsExactly(0, 9);
            assertThat(left).containsExactly(folder);
        }
    }

    @Test
    void everyTruncatedOrMissingFileIsRefused() throws IOException {
        RandomColumns columns = new RandomColumns(3);
        columns.write(temp.resolve("index"), false);
        List<Path> files;
        try (Stream<Path> all = Files.list(temp.resolve("index"))) {
            files = all.toList();
        }
        assertThat(files).hasSize(columns.fields().size() + 2);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int keep : new int[] {0, whole.length / 2, whole.length - 1}) {
                Files.write(file, Arrays.copyOf(whole, keep));
                assertThatThrownBy(() -> Index.open(temp.resolve("index")).close())
                        .isInstanceOf(FaultException.class)
                        .hasMessageContaining("IDX-1002");
            }
            Files.delete(file);
            assertThatThrownBy(() -> Index.open(temp.resolve("index")).close()).isInstanceOf(FaultException.class);
            Files.write(file, whole);
        }
        Index.open(temp.resolve("index")).close();
    }

    @Test
    void aFlippedByteAmongTheValuesIsFoundByVerifying() throws IOException {
        new RandomColumns(5).write(temp.resolve("index"), false);
        Path file = temp.resolve("index").resolve("column-0003");
        byte[] bytes = Files.readAllBytes(file);
        bytes[1000] ^= 1;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (Index index = Index.open(temp.resolve("index"))) {
            assertThatThrownBy(index::verify).hasMessageContaining("IDX-1002").hasMessageContaining("column-0003");
        }
    }

    @Test
    void refusesValuesOfAnotherTypeAndCustomersOutOfRange() throws IOException {
        IndexSubject subject = IndexSubject.of(LocalDate.of(2026, 6, 30), 10);
        try (IndexWriter writer = IndexWriter.create(temp.resolve("index"), subject, List.of(field()))) {
            assertThatThrownBy(() -> writer.column(0, 0, new Vector.Wholes(new long[1])))
                    .hasMessageContaining("not said");
            assertThatThrownBy(() -> writer.customers(0, new long[] {1 << 10})).hasMessageContaining("below 10");
            writer.customers(0, new long[] {1});
            assertThatThrownBy(() -> writer.column(0, 0, new Vector.Codes(new int[1], new Dictionary())))
                    .hasMessageContaining("Codes (expected: values of type INTEGER)");
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aReaderKeepsItsIndexWhileANewOneIsPutUp() throws IOException {
        new RandomColumns(1).write(temp.resolve("old"), false);
        new RandomColumns(2).write(temp.resolve("new"), false);
        try (IndexShelf shelf = new IndexShelf()) {
            shelf.put(Index.open(temp.resolve("old")));
            IndexShelf.Lease reader = shelf.lease();
            IndexColumn constant = reader.index().column("constant").orElseThrow();
            shelf.put(Index.open(temp.resolve("new")));
            assertThat(value(constant, reader.index().everyone().first())).isEqualTo(Value.of(-7L));
            try (IndexShelf.Lease other = shelf.lease()) {
                assertThat(other.index()).isNotSameAs(reader.index());
            }
            reader.close();
            reader.close();
            IndexColumn turnover = reader.index().column("turnover").orElseThrow();
            assertThatThrownBy(() -> turnover.block(0).at(0)).isInstanceOf(IllegalStateException.class);
            assertThat(shelf.lease().index().customers()).isPositive();
        }
    }

    private static Field field() {
        return Field.of("loans", ValueType.INTEGER, "贷款数", "Loans");
    }
}
