package org.yinhang.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.bench.DecisionLoad.Outcome;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Value;
import org.yinhang.product.PolicyFields;
import org.yinhang.product.PolicyFile;
import org.yinhang.product.SnapshotFacts;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Decides through HTTP on loopback against the whole application on its own PostgreSQL with every write on disk before
 * the answer: first as fast as answers come, then at a pace. The generator of the load runs in the same process. Then, for
 * scale and unless {@code --peer none}, the same policies without HTTP beside the same tables in Drools.
 */
@Command(
        name = "decide",
        description = "Decisions about one customer at a time through HTTP, ledger durable.",
        mixinStandardHelpOptions = true)
final class DecideBench implements Callable<Integer> {

    /** Customers the peer and Yinhang are asked about, over and over. */
    private static final int MOST_COMPARED = 20_000;

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
            settings.put("models", bank.modelsInForce());
            settings.put("loadOfMachine", load());
            settings.put("fsync", setting(bank.database(), "fsync"));
            settings.put("synchronousCommit", setting(bank.database(), "synchronous_commit"));
            Figures yinhang = new Figures("yinhang", ours);
            BenchReport report = options.peers() == BenchOptions.Peers.NONE
                    ? new BenchReport("decide", settings, yinhang, List.of())
                    : besidePeer(bank, customers, settings, yinhang);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println(options.json() ? report.json() : report.plain());
        }
        return 0;
    }

    /** The shipped tables in Drools beside Yinhang's own assessment of the bank's customers, neither through HTTP. */
    private BenchReport besidePeer(RunningBank bank, int customers, Map<String, Object> settings, Figures yinhang) {
        BusinessClock clock = bank.bean(BusinessClock.class);
        PolicyContest contest = new PolicyContest(
                PolicyFile.bundled(),
                PolicyFields.catalogue(bank.bean(TagDefinitions.class).byId().values()),
                new AsOf(clock.today(), clock.zone()));
        settings.put("products", contest.products());
        PolicyContest.Outcome outcome =
                contest.hold(known(bank, Math.min(customers, MOST_COMPARED), contest.fields()), seconds);
        return new BenchReport("decide", settings, yinhang, List.of(outcome.peer()), outcome.ours());
    }

    /** What the tags know of customers, and the purpose everybody is asked about. */
    private static List<Map<String, Value>> known(RunningBank bank, int customers, Set<String> fields) {
        Optional<List<Map<String, Value>>> read = bank.bean(TagShelf.class).read(tags -> {
            List<Map<String, Value>> known = new ArrayList<>();
            for (int customer = 0; customer < customers; customer++) {
                SnapshotFacts facts = SnapshotFacts.of(tags.index(), customer);
                Map<String, Value> values = new HashMap<>();
                for (String field : fields) {
                    Value value = facts.value(field);
                    if (!value.isMissing()) {
                        values.put(field, value);
                    }
                }
                values.put(PolicyFields.LOAN_PURPOSE.name(), Value.of("renovation"));
                known.add(values);
            }
            return known;
        });
        return read.orElseThrow();
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
