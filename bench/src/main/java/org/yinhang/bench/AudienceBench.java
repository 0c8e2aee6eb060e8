package org.yinhang.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.LeafSource;
import org.yinhang.core.audience.Selector;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexSubject;
import org.yinhang.core.audience.index.IndexWriter;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Counts audiences of random predicates over a generated index, from their text to the number; the peer is DuckDB over a
 * native table of the same columns, with as many threads. Both see each predicate several times and their median counts;
 * {@code seconds} is the median over the predicates.
 */
@Command(
        name = "audience",
        description = "Audience counts over bitmaps and columns, beside DuckDB on a native table of the same columns.",
        mixinStandardHelpOptions = true)
final class AudienceBench implements Callable<Integer> {

    private static final int PREDICATES = 100;
    private static final int ROUNDS = 5;
    private static final int THREADS = 2;
    private static final long SEED = 20_260_630;
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2024, 6, 30), ZoneId.of("Asia/Shanghai"));

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        int customers = options.customers(1_000_000);
        List<TagColumn> columns = columns();
        Catalogue catalogue =
                new Catalogue(columns.stream().map(TagColumn::field).toList(), List.of(), Set.of(), Set.of());
        TagPredicates source = new TagPredicates(columns, SEED);
        List<String> predicates =
                IntStream.range(0, PREDICATES).mapToObj(i -> source.next()).toList();
        Path folder = Files.createDirectories(options.data().toAbsolutePath());
        Path work = Files.createTempDirectory(folder, "audience");
        try (Workers workers = new Workers(THREADS)) {
            Machine.resetPeak();
            Map<String, Number> ours = new LinkedHashMap<>();
            double build = build(work.resolve("index"), columns, customers);
            long start = System.nanoTime();
            try (Index index = Index.open(work.resolve("index"))) {
                Selector selector = new Selector(index, new NoSource(), AS_OF, workers);
                double coldStart = (System.nanoTime() - start) / 1e6;
                Counter counter = text -> selector.count(Predicates.condition(text, catalogue));
                Timing timing = timed(predicates, counter);
                timing.into(ours);
                ours.put("coldStartMs", BenchReport.rounded(coldStart));
                ours.put("buildSeconds", BenchReport.rounded(build));
                ours.put("indexMiB", index.bytes() >> 20);
                Machine.peakMiB().ifPresent(peak -> ours.put("peakMiB", peak));
                List<Figures> peers = new ArrayList<>();
                if (options.peers() != BenchOptions.Peers.NONE) {
                    Timing peer = duckDb(folder, columns, customers, catalogue, predicates);
                    Map<String, Number> values = new LinkedHashMap<>();
                    peer.into(values);
                    peers.add(new Figures("duckdb-native", values));
                    ours.put(
                            "mismatches",
                            IntStream.range(0, PREDICATES)
                                    .filter(i -> timing.counts[i] != peer.counts[i])
                                    .count());
                }
                print(customers, index, new Figures("yinhang", ours), peers);
            }
        } finally {
            deleteTree(work);
        }
        return 0;
    }

    private void print(int customers, Index index, Figures ours, List<Figures> peers) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("customers", customers);
        settings.put("columns", index.columns().size());
        settings.put(
                "tagValues",
                index.columns().stream()
                        .filter(c -> c.isKeyed())
                        .mapToInt(c -> c.counts().size())
                        .sum());
        settings.put("predicates", PREDICATES);
        settings.put("rounds", ROUNDS);
        settings.put("threads", THREADS);
        BenchReport report = new BenchReport("audience", settings, ours, peers);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(options.json() ? report.json() : report.plain());
        out.flush();
    }

    private static List<TagColumn> columns() {
        List<TagColumn> columns = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            columns.add(TagColumn.of(columns.size(), ValueType.TEXT, 4 + i * 7 % 23));
        }
        for (int i = 0; i < 8; i++) {
            columns.add(TagColumn.of(columns.size(), ValueType.TRUTH, 100 + 100 * i));
        }
        for (int i = 0; i < 8; i++) {
            columns.add(TagColumn.of(columns.size(), ValueType.INTEGER, 3 + 8 * i));
        }
        for (int i = 0; i < 5; i++) {
            columns.add(TagColumn.of(columns.size(), ValueType.MONEY, 0));
        }
        columns.add(TagColumn.of(columns.size(), ValueType.RATE, 60));
        columns.add(TagColumn.of(columns.size(), ValueType.DATE, 2000));
        columns.add(TagColumn.of(columns.size(), ValueType.NUMBER, 0));
        return columns;
    }

    /** Writes the index; returns the seconds of writing alone, without making up the values. */
    private static double build(Path folder, List<TagColumn> columns, int customers) throws IOException {
        List<Field> fields = columns.stream().map(TagColumn::field).toList();
        List<Dictionary> texts = columns.stream().map(TagColumn::dictionary).toList();
        AtomicLong writing = new AtomicLong();
        try (IndexWriter writer = IndexWriter.create(folder, IndexSubject.of(AS_OF.day(), customers), fields)) {
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int block = first; block < Block.count(customers); block += THREADS) {
                        int rows = TagColumn.rows(block, customers);
                        long[] present = new long[Block.WORDS];
                        for (int row = 0; row < rows; row++) {
                            present[row >>> 6] |= 1L << row;
                        }
                        writer.customers(block, present);
                        for (int column = 0; column < columns.size(); column++) {
                            Vector vector = columns.get(column).vector(block, rows, texts.get(column));
                            long start = System.nanoTime();
                            try {
                                writer.column(column, block, vector);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                            writing.addAndGet(System.nanoTime() - start);
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                join(thread);
            }
            long start = System.nanoTime();
            writer.finish();
            return writing.get() / 1e9 / THREADS + (System.nanoTime() - start) / 1e9;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Timing duckDb(
            Path folder, List<TagColumn> columns, int customers, Catalogue catalogue, List<String> predicates)
            throws SQLException, IOException {
        try (TagTable table = TagTable.open(folder, columns, customers, THREADS)) {
            return timed(predicates, text -> table.count(Predicates.condition(text, catalogue), AS_OF));
        }
    }

    /** Counts whom a predicate is true for. */
    private interface Counter {
        long count(String predicate) throws SQLException;
    }

    /** The median milliseconds and the count of each predicate. */
    private record Timing(double[] milliseconds, long[] counts) {

        void into(Map<String, Number> figures) {
            double[] sorted = milliseconds.clone();
            Arrays.sort(sorted);
            figures.put("seconds", sorted[sorted.length / 2] / 1e3);
            figures.put("p50Ms", BenchReport.rounded(sorted[sorted.length / 2]));
            figures.put("p95Ms", BenchReport.rounded(sorted[sorted.length * 95 / 100]));
        }
    }

    private static Timing timed(List<String> predicates, Counter counter) throws SQLException {
        double[][] milliseconds = new double[predicates.size()][ROUNDS];
        long[] counts = new long[predicates.size()];
        for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < counts.length; i++) {
                long start = System.nanoTime();
                counts[i] = counter.count(predicates.get(i));
                if (round >= 0) {
                    milliseconds[i][round] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        double[] medians = Arrays.stream(milliseconds)
                .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[ROUNDS / 2])
                .toArray();
        return new Timing(medians, counts);
    }

    /** There are only columns here. */
    private record NoSource() implements LeafSource {
        @Override
        public RoaringBitmap members(Expression.Member member) {
            throw new IllegalStateException(member.name());
        }

        @Override
        public Vector values(Expression.Aggregate facts, int block, char[] rows, int count) {
            throw new IllegalStateException(facts.table().name());
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
