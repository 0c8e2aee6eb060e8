package org.yinhang.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.DemoBank;
import org.yinhang.demobank.DemoBankSettings;
import org.yinhang.demobank.Detail;
import org.yinhang.demobank.PersonalRows;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.CompiledTag;
import org.yinhang.lake.tag.GivenTags;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRun;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.lake.tag.TagSql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Computes every shipped tag from the lake's Parquet into an index ready to serve. The first peer computes the same tags
 * from the same files by the engine's SQL, bucket by bucket; the floor is one grouped pass with one plain sum for each
 * source column; with all peers also one query a tag. The demo bank's light mode has no events, contacts, loans and the
 * like: those tables are empty there, for the peers as well.
 */
@Command(
        name = "tags",
        description = "Every shipped tag from Parquet to an index, beside the same tags as bucketed DuckDB SQL.",
        mixinStandardHelpOptions = true)
final class TagsBench implements Callable<Integer> {

    private static final int TRANSACTIONS_EACH = 10;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final AsOf AS_OF = new AsOf(LAST_DAY.plusDays(1), ZoneId.of("Asia/Shanghai"));

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        int customers = options.customers((int) Math.max(1, options.events(2_000_000) / TRANSACTIONS_EACH));
        Path folder = Files.createDirectories(
                options.data().resolve("tags-%d".formatted(customers)).toAbsolutePath());
        Lake lake = lake(folder, customers);
        Snapshot snapshot = lake.current();
        TagCatalogue catalogue = TagCatalogue.compile(TagFile.bundled(), snapshot);
        TagRuns runs = new TagRuns(Files.createTempDirectory(folder, "runs"));
        try {
            Ours ours = ours(lake, snapshot, catalogue, runs);
            List<Figures> peers = new ArrayList<>();
            long mismatches = 0;
            if (options.peers() != BenchOptions.Peers.NONE) {
                TagSql sql = new TagSql(catalogue, AS_OF);
                try (TagPeers peer = TagPeers.open(lake, snapshot, sql)) {
                    peers.add(measured("duckdb-bucketed", peer::bucketed));
                    try (Index index = Index.open(runs.index(ours.report.number()))) {
                        mismatches = TagComparison.mismatches(peer.connection(), index, sql.tags());
                    }
                    peers.add(measured("duckdb-floor", peer::floor));
                    if (options.peers() == BenchOptions.Peers.ALL) {
                        peers.add(measured("duckdb-a-query-a-tag", peer::alone));
                    }
                } catch (SQLException e) {
                    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
                    err.println("A peer could not finish, so it has no figures: " + e.getMessage());
                    err.flush();
                }
            }
            print(customers, snapshot, catalogue, ours, mismatches, peers);
        } finally {
            deleteTree(runs.folder());
        }
        return 0;
    }

    /** Yinhang's figures and what the run found. */
    private record Ours(Figures figures, TagReport report) {}

    private void print(
            int customers, Snapshot snapshot, TagCatalogue catalogue, Ours ours, long mismatches, List<Figures> peers) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("customers", customers);
        settings.put("events", snapshot.table("transactions").rows());
        settings.put("asOf", AS_OF.day().toString());
        settings.put("tags", catalogue.tags().size());
        settings.put(
                "tagsWithFacts",
                catalogue.tags().stream()
                        .filter(tag -> hasFacts(tag, catalogue, snapshot))
                        .count());
        Map<String, Number> values = new LinkedHashMap<>(ours.figures.values());
        if (!peers.isEmpty()) {
            values.put("mismatches", mismatches);
        }
        BenchReport report = new BenchReport("tags", settings, new Figures("yinhang", values), peers);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(options.json() ? report.json() : report.plain());
        out.flush();
    }

    /** Whether any table behind a tag has rows in this lake. */
    private static boolean hasFacts(CompiledTag tag, TagCatalogue catalogue, Snapshot snapshot) {
        return catalogue.behind(List.of(tag.id())).stream()
                .flatMap(id -> catalogue.tag(id).sources().stream())
                .map(source -> source.substring(0, source.indexOf('.')))
                .anyMatch(table -> snapshot.table(table).rows() > 0);
    }

    private static Lake lake(Path folder, int customers) {
        Lake lake = Lake.open(folder.resolve("lake"), Clock.systemUTC());
        if (lake.currentVersion() == 0) {
            DemoBankSettings settings = DemoBankSettings.of(1, customers, LAST_DAY, folder.resolve("bank"))
                    .with(Detail.LIGHT);
            DemoBank.generate(lake, settings, PersonalRows.NONE, Progress.SILENT);
        }
        return lake;
    }

    private static Ours ours(Lake lake, Snapshot snapshot, TagCatalogue catalogue, TagRuns runs) throws SQLException {
        List<TagReport> reports = new ArrayList<>();
        Figures figures = measured("yinhang", () -> {
            reports.add(TagRun.run(
                    lake, snapshot, catalogue, AS_OF, GivenTags.NONE, runs, TagRun.Settings.DEFAULT, Progress.SILENT));
            return reports.getFirst().customers();
        });
        return new Ours(figures, reports.getFirst());
    }

    /** Work that gives the number of customers it was done for. */
    @FunctionalInterface
    interface Work {
        long run() throws SQLException;
    }

    private static Figures measured(String name, Work work) throws SQLException {
        Machine.resetPeak();
        long start = System.nanoTime();
        long customers = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("seconds", BenchReport.rounded(seconds));
        Machine.peakMiB().ifPresent(peak -> values.put("peakMiB", peak));
        values.put("perSecond", Math.round(customers / seconds));
        return new Figures(name, values);
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
