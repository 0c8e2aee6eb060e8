package org.yinhang.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.bench.DecisionLoad.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Decides through HTTP on loopback against the whole application on its own PostgreSQL with every write on disk before
 * the answer: first as fast as answers come, then at a pace. The generator of the load runs in the same process.
 */
@Command(
        name = "decide",
        description = "Decisions about one customer at a time through HTTP, ledger durable.",
        mixinStandardHelpOptions = true)
final class DecideBench implements Callable<Integer> {

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Questions a second of the paced part (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000")
    private double rate = 1_000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each part lasts (default: ${DEFAULT-VALUE}).",
            defaultValue = "15")
    private double seconds = 15;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Connections that ask (default: ${DEFAULT-VALUE}).",
            defaultValue = "16")
    private int connections = 16;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        int customers = options.customers(20_000);
        Path folder = options.data().resolve("decide-" + customers).toAbsolutePath();
        try (RunningBank bank = RunningBank.open(folder, customers)) {
            String run = Long.toString(ProcessHandle.current().pid(), 36) + "-" + rows(bank.database(), "");
            new DecisionLoad(bank.port(), customers, connections, "warm-" + run).run(seconds, 0);
            Path cluster = folder.resolve("pg");
            CpuTime before = CpuTime.now(cluster);
            Outcome fast = new DecisionLoad(bank.port(), customers, connections, "fast-" + run).run(seconds, 0);
            CpuTime used = CpuTime.now(cluster).since(before);
            Outcome paced = new DecisionLoad(bank.port(), customers, connections, "paced-" + run).run(seconds, rate);
            Map<String, Number> ours = new LinkedHashMap<>();
            ours.put("seconds", BenchReport.rounded(fast.seconds() + paced.seconds()));
            ours.put("perSecond", Math.round(fast.perSecond()));
            ours.put("cpuMsEach", BenchReport.rounded(used.own().toNanos() / 1e6 / fast.nanos().length));
            ours.put("databaseCpuMsEach", BenchReport.rounded(used.database().toNanos() / 1e6 / fast.nanos().length));
            ours.put("fastP50Ms", BenchReport.rounded(fast.millis(0.50)));
            ours.put("fastP99Ms", BenchReport.rounded(fast.millis(0.99)));
            ours.put("pacedPerSecond", Math.round(paced.perSecond()));
            ours.put("p50Ms", BenchReport.rounded(paced.millis(0.50)));
            ours.put("p95Ms", BenchReport.rounded(paced.millis(0.95)));
            ours.put("p99Ms", BenchReport.rounded(paced.millis(0.99)));
            long kept = rows(bank.database(), "fast-" + run) + rows(bank.database(), "paced-" + run);
            long names = names(bank.database(), "fast-" + run) + names(bank.database(), "paced-" + run);
            ours.put("refused", fast.refused() + paced.refused());
            ours.put("lost", fast.asked() + paced.asked() - names);
            ours.put("duplicates", kept - names);
            Machine.peakMiB().ifPresent(peak -> ours.put("peakMiB", peak));
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("customers", customers);
            settings.put("connections", connections);
            settings.put("rate", rate);
            settings.put("loadOfMachine", load());
            settings.put("fsync", setting(bank.database(), "fsync"));
            settings.put("synchronousCommit", setting(bank.database(), "synchronous_commit"));
            BenchReport report = new BenchReport("decide", settings, new Figures("yinhang", ours), List.of());
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println(options.json() ? report.json() : report.plain());
        }
        return 0;
    }

    /** The machine's own load average: figures of a busy machine say less. */
    private static double load() {
        return BenchReport.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String setting(JdbcClient database, String name) {
        return database.sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static long rows(JdbcClient database, String prefix) {
        return database.sql("SELECT count(*) FROM decision_entry WHERE starts_with(request, ?)")
                .param(prefix)
                .query(Long.class)
                .single();
    }

    private static long names(JdbcClient database, String prefix) {
        return database.sql("SELECT count(DISTINCT request) FROM decision_entry WHERE starts_with(request, ?)")
                .param(prefix)
                .query(Long.class)
                .single();
    }
}
