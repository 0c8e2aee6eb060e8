package org.yinhang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinhang.compliance.TouchRows;
import org.yinhang.compliance.policy.BatchScreening;
import org.yinhang.compliance.policy.ContactPolicy;
import org.yinhang.compliance.policy.FactColumns;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Verdict;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.compliance.rules.RuleTexts;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.SessionSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Screens one touch of every customer through all fifteen guards as at the instant of sending, and writes the refusals
 * with every reason into a lake; filling the columns with made-up facts is not timed. A sample is asked again one at a
 * time, from facts as values, and the rows are counted as they stand in the lake.
 */
@Command(
        name = "guards",
        description = "Touches through all guards, refusals with all reasons written to Parquet.",
        mixinStandardHelpOptions = true)
final class GuardsBench implements Callable<Integer> {

    private static final int SAMPLE = 20_000;
    private static final long SEED = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        int customers = options.customers(1_000_000);
        MadeUpFacts source = new MadeUpFacts(SEED);
        FactColumns columns = new FactColumns(source.today());
        for (int customer = 0; customer < customers; customer++) {
            columns.add(source.of(customer));
        }
        ContactRules rules = ContactRules.of(
                RuleTexts.shipped().with(RuleKind.SENDERS, 1, MadeUpFacts.SENDERS), ZoneId.of("Asia/Shanghai"));
        Touch wave = source.touch(rules.words().version());
        ContactPolicy policy = ContactPolicy.standard();
        BatchScreening screening = new BatchScreening(policy, rules, Stage.SENDING);
        Path folder =
                Files.createTempDirectory(Files.createDirectories(options.data().toAbsolutePath()), "guards");
        try {
            Map<String, Number> ours = new LinkedHashMap<>();
            Machine.resetPeak();
            long start = System.nanoTime();
            List<Verdict> verdicts =
                    screening.screen(columns, customer -> wave.to(customer, "b/" + customer), MadeUpFacts.AT);
            double guards = (System.nanoTime() - start) / 1e9;
            Lake lake = Lake.open(folder.resolve("lake"), Clock.systemUTC());
            long refused = write(lake, wave, verdicts, rules.version());
            double seconds = (System.nanoTime() - start) / 1e9;
            ours.put("seconds", BenchReport.rounded(seconds));
            ours.put("perSecond", Math.round(customers / seconds));
            ours.put("guardSeconds", BenchReport.rounded(guards));
            ours.put("ledgerSeconds", BenchReport.rounded(seconds - guards));
            Machine.peakMiB().ifPresent(peak -> ours.put("peakMiB", peak));
            ours.put("refused", refused);
            ours.put("cleared", customers - refused);
            ours.put(
                    "mismatches",
                    mismatches(policy, rules, source, wave, verdicts) + Math.abs(stored(lake) - reasons(verdicts)));
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("customers", customers);
            settings.put("guards", policy.guards().size());
            settings.put("sample", Math.min(SAMPLE, customers));
            settings.put("reasons", counts(verdicts));
            BenchReport report = new BenchReport("guards", settings, new Figures("yinhang", ours), List.of());
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println(options.json() ? report.json() : report.plain());
        } finally {
            remove(folder);
        }
        return 0;
    }

    private static long write(Lake lake, Touch wave, List<Verdict> verdicts, String rules) {
        try (LakeCommit commit = lake.begin(PATIENCE)) {
            long rows;
            try (TouchRows writer = new TouchRows(commit)) {
                for (int customer = 0; customer < verdicts.size(); customer++) {
                    Verdict verdict = verdicts.get(customer);
                    if (!verdict.isCleared()) {
                        writer.add(
                                wave.to(customer, "b/" + customer),
                                verdict,
                                MadeUpFacts.AT,
                                MadeUpFacts.AT,
                                customer,
                                rules);
                    }
                }
                rows = writer.rows();
            }
            commit.publish(List.of(new LoadRecord("bench", "bench", TouchRows.TABLE, rows, 0, MadeUpFacts.AT)));
            return rows;
        }
    }

    /** Touches of a sample that the single path rules otherwise. */
    private static long mismatches(
            ContactPolicy policy, ContactRules rules, MadeUpFacts source, Touch wave, List<Verdict> verdicts) {
        int step = Math.max(1, verdicts.size() / SAMPLE);
        long mismatches = 0;
        for (int customer = 0; customer < verdicts.size(); customer += step) {
            Verdict alone = policy.decide(new GuardCase(
                    wave.to(customer, "b/" + customer), source.of(customer), MadeUpFacts.AT, rules, Stage.SENDING));
            mismatches += alone.reasons().equals(verdicts.get(customer).reasons()) ? 0 : 1;
        }
        return mismatches;
    }

    private static long reasons(List<Verdict> verdicts) {
        return verdicts.stream().mapToLong(verdict -> verdict.reasons().size()).sum();
    }

    /** Reasons as they stand in the lake. */
    private static long stored(Lake lake) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query(
                            "SELECT coalesce(sum(len(string_split(reasons, ';'))), 0) AS n FROM touches",
                            row -> row.getLong("n"))
                    .getFirst();
        }
    }

    private static Map<String, Long> counts(List<Verdict> verdicts) {
        Map<String, Long> counts = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            for (Refusal refusal : verdict.reasons()) {
                counts.merge(refusal.token(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
