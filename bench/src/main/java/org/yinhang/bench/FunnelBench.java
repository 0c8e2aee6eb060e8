package org.yinhang.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.funnel.Funnel;
import org.yinhang.lake.funnel.FunnelFile;
import org.yinhang.lake.funnel.FunnelResult;
import org.yinhang.lake.funnel.FunnelRun;
import org.yinhang.lake.funnel.FunnelSql;
import org.yinhang.lake.funnel.JourneySink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A funnel of twelve steps within sixty days, with a breakdown, from the lake's sorted facts. The peer counts the same
 * steps from the same files by window functions; it takes one bucket of sixteen and its seconds are multiplied, unless all
 * peers are asked for. Every customer of the buckets the peer read is compared.
 */
@Command(
        name = "funnel",
        description = "A funnel of 12 steps over sorted events, beside the same funnel as DuckDB window functions.",
        mixinStandardHelpOptions = true)
final class FunnelBench implements Callable<Integer> {

    private static final AsOf AS_OF = new AsOf(MadeUpJourneys.LAST_DAY.plusDays(1), ZoneId.of("Asia/Shanghai"));

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        long events = options.events(options.customers(100_000) * (long) MadeUpJourneys.EVENTS_EACH);
        Path folder = Files.createDirectories(
                options.data().resolve("funnel-%d".formatted(events)).toAbsolutePath());
        Lake lake = Lake.open(folder.resolve("lake"), Clock.systemUTC());
        if (lake.currentVersion() == 0) {
            MadeUpJourneys.write(lake, events);
        }
        Snapshot snapshot = lake.current();
        Funnel funnel = funnel();
        boolean isAll = options.peers() == BenchOptions.Peers.ALL;
        byte[] depths = new byte[MadeUpJourneys.customers(events)];
        FunnelRun.Settings counting = new FunnelRun.Settings(
                Runtime.getRuntime().availableProcessors(), (customer, steps) -> depths[customer] = (byte) steps);
        FunnelRun.Settings plain = new FunnelRun.Settings(Runtime.getRuntime().availableProcessors(), JourneySink.NONE);
        FunnelRun.count(lake, snapshot, funnel, AS_OF, counting, Progress.SILENT);
        Machine.resetPeak();
        long start = System.nanoTime();
        FunnelResult result = FunnelRun.count(lake, snapshot, funnel, AS_OF, plain, Progress.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Number> values = figures(seconds, snapshot.table("events").rows());
        List<Figures> peers = new ArrayList<>();
        if (options.peers() != BenchOptions.Peers.NONE) {
            int buckets = isAll ? Lake.BUCKETS : 1;
            Machine.resetPeak();
            Peer peer = peer(lake, snapshot, FunnelSql.of(snapshot, funnel, AS_OF), depths, buckets);
            peers.add(new Figures(
                    isAll ? "duckdb" : "duckdb-scaled",
                    figures(peer.seconds / peer.share, snapshot.table("events").rows())));
            values.put("mismatches", peer.mismatches);
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("events", snapshot.table("events").rows());
        settings.put("customers", depths.length);
        settings.put("steps", funnel.steps().size());
        settings.put(
                "reached",
                result.steps().stream().map(FunnelResult.Step::reached).toList());
        BenchReport report = new BenchReport("funnel", settings, new Figures("yinhang", values), peers);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(options.json() ? report.json() : report.plain());
        out.flush();
        return 0;
    }

    private static Map<String, Number> figures(double seconds, long rows) {
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("seconds", BenchReport.rounded(seconds));
        Machine.peakMiB().ifPresent(peak -> values.put("peakMiB", peak));
        values.put("rowsPerSecond", Math.round(rows / seconds));
        return values;
    }

    /** Twelve steps; every third also asks for the channel, so that not all conditions are of one column. */
    static Funnel funnel() {
        String steps = IntStream.range(0, MadeUpJourneys.STEPS)
                .mapToObj(step -> String.format(
                        Locale.ROOT,
                        "  - {zh: 第%1$d步, en: Step %1$d, table: events, where: \"name = '%2$s'%3$s\"}",
                        step + 1,
                        MadeUpJourneys.name(step),
                        step % 3 == 2 ? " and channel <> 'kiosk'" : ""))
                .collect(Collectors.joining("\n"));
        return FunnelFile.parse(
                "zh: 十二步\nen: Twelve steps\nwindow: 60 days\nmature: false\nbreakdown: [first.channel]\nsteps:\n"
                        + steps,
                "bench");
    }

    /** What the peer took for which share of the rows, and where it disagrees. */
    private record Peer(double seconds, double share, long mismatches) {}

    private static Peer peer(Lake lake, Snapshot snapshot, FunnelSql sql, byte[] depths, int buckets)
            throws SQLException {
        long mismatches = 0;
        long rows = 0;
        double seconds = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '4GiB'");
            statement.execute("SET TimeZone = 'UTC'");
            for (int bucket = 0; bucket < buckets; bucket++) {
                List<LakeFile> files = snapshot.table("events").bucket(bucket);
                if (files.isEmpty()) {
                    continue;
                }
                rows += files.stream().mapToLong(LakeFile::rows).sum();
                String from = files.stream()
                        .map(file -> "'" + lake.folder().resolve(file.path()) + "'")
                        .collect(Collectors.joining(", ", "read_parquet([", "])"));
                long start = System.nanoTime();
                statement.execute("CREATE OR REPLACE TEMP TABLE depths AS " + sql.depths(table -> from));
                seconds += (System.nanoTime() - start) / 1e9;
                mismatches += mismatches(statement, depths, bucket);
            }
        }
        return new Peer(seconds, (double) rows / snapshot.table("events").rows(), mismatches);
    }

    /** Customers of a bucket for whom the two say something different; those the peer leaves out took no step. */
    private static long mismatches(Statement statement, byte[] depths, int bucket) throws SQLException {
        byte[] theirs = new byte[depths.length];
        try (ResultSet answer = statement.executeQuery("SELECT customer, steps FROM depths")) {
            while (answer.next()) {
                theirs[answer.getInt(1)] = answer.getByte(2);
            }
        }
        return IntStream.range(0, depths.length)
                .filter(customer -> Lake.bucketOf(customer) == bucket)
                .filter(customer -> theirs[customer] != depths[customer])
                .count();
    }
}
