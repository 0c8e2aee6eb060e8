package org.yinhang.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;
import org.yinhang.lake.ingest.Ingest;
import org.yinhang.lake.ingest.LoadResult;
import org.yinhang.lake.ingest.LoadSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Loads a CSV of transactions into bucketed, sorted Parquet, customers numbered and every value checked; the peer is
 * DuckDB's plain {@code COPY} of the same file to one unsorted Parquet file, everything inferred.
 */
@Command(
        name = "ingest",
        description = "CSV to bucketed, sorted Parquet, beside DuckDB's plain COPY of the same file.",
        mixinStandardHelpOptions = true)
final class IngestBench implements Callable<Integer> {

    private static final int ROUNDS = 3;
    private static final int MEMORY_MIB = 4096;
    private static final String MAPPING = """
            sources:
              transactions:
                file: transactions.csv
                rejects: {max: 0}
                tables:
                  transactions:
                    key: cust_no
                    columns:
                      id: {sql: txn_no, key: number}
                      occurred_at: txn_time
                      account: {sql: account_no, key: number}
                      amount: amount
                      category: category
                      channel: channel
                      counterparty: {sql: counterparty, key: number}
            """;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        long events = options.events(2_000_000);
        int customers = options.customers((int) Math.max(1, events / 10));
        Path folder = Files.createDirectories(options.data()
                .resolve("ingest-%d-%d".formatted(customers, events))
                .toAbsolutePath());
        Path csv = folder.resolve("transactions.csv");
        generate(csv, customers, events);
        boolean compared = options.peers() != BenchOptions.Peers.NONE;
        List<Figures> ours = new ArrayList<>();
        List<Figures> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(ours(folder, events));
            if (compared) {
                plain.add(plainCopy(folder, csv, events));
            }
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("customers", customers);
        settings.put("events", events);
        settings.put("rounds", ROUNDS);
        BenchReport report =
                new BenchReport("ingest", settings, median(ours), compared ? List.of(median(plain)) : List.of());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(options.json() ? report.json() : report.plain());
        out.flush();
        return 0;
    }

    private static Figures ours(Path folder, long events) throws IOException {
        Path work = Files.createTempDirectory(folder, "lake");
        try {
            Path mapping = Files.writeString(work.resolve("mapping.yaml"), MAPPING);
            LoadSettings settings = new LoadSettings(
                    new IdentifierKey("a key for benchmarks, not for use".getBytes(StandardCharsets.US_ASCII)),
                    work.resolve("rejects"),
                    SessionSettings.batch(MEMORY_MIB),
                    Map.of(),
                    Optional.empty());
            Lake lake = Lake.open(work.resolve("lake"), Clock.systemUTC());
            return measured("yinhang", folder.resolve("transactions.csv"), events, () -> {
                LoadResult result = Ingest.load(mapping, folder, lake, settings, Progress.SILENT);
                return result.rows("transactions");
            });
        } finally {
            deleteTree(work);
        }
    }

    private static Figures plainCopy(Path folder, Path csv, long events) throws IOException {
        Path parquet = folder.resolve("plain.parquet");
        try {
            return measured("duckdb-copy", csv, events, () -> {
                try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                        Statement statement = connection.createStatement()) {
                    statement.execute(
                            "SET threads = %d".formatted(Runtime.getRuntime().availableProcessors()));
                    statement.execute("COPY (FROM read_csv('%s')) TO '%s' (FORMAT parquet)".formatted(csv, parquet));
                    return events;
                }
            });
        } finally {
            Files.deleteIfExists(parquet);
        }
    }

    private static Figures measured(String name, Path csv, long events, Callable<Long> work) throws IOException {
        Machine.resetPeak();
        long start = System.nanoTime();
        long rows;
        try {
            rows = work.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("seconds", BenchReport.rounded(seconds));
        Machine.peakMiB().ifPresent(peak -> values.put("peakMiB", peak));
        values.put("rowsPerSecond", Math.round(rows / seconds));
        values.put("mbPerSecond", BenchReport.rounded(Files.size(csv) / 1e6 / seconds));
        values.put("lost", events - rows);
        return new Figures(name, values);
    }

    private static Figures median(List<Figures> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Figures::seconds))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Writes the transactions once: customers come in no order, times ascend, as a core system's daily export does. */
    private static void generate(Path csv, int customers, long events) throws IOException, SQLException {
        if (Files.exists(csv)) {
            return;
        }
        Path next = csv.resolveSibling("transactions.csv.next");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    COPY (SELECT 'C' || lpad(((i * 7919) %% %d)::VARCHAR, 10, '0') AS cust_no,
                                 (i * 7919) %% %d * 10 + i %% 2 AS account_no, i AS txn_no,
                                 strftime(TIMESTAMP '2024-01-01' + to_seconds((i * 63072000 // %d)::BIGINT), '%%Y-%%m-%%d %%H:%%M:%%S') AS txn_time,
                                 printf('%%.2f', ((i * 104729) %% 1000000) / 100.0 - 3000) AS amount,
                                 ['salary', 'groceries', 'dining', 'fuel', 'cash'][1 + i %% 5] AS category,
                                 ['app', 'pos', 'counter'][1 + i %% 3] AS channel,
                                 (i * 31) %% 100000 AS counterparty
                          FROM range(%d) t(i)) TO '%s' (HEADER true)
                    """.formatted(customers, customers, events, events, next));
        }
        Files.move(next, csv);
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
