package org.yinhang.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.experiment.Range;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.CustomerTruth;
import org.yinhang.demobank.DemoBank;
import org.yinhang.demobank.DemoBankSettings;
import org.yinhang.demobank.Detail;
import org.yinhang.demobank.PersonalRows;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.TableWriter;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.IncrementRun;
import org.yinhang.lake.increment.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Simulated banks whose truth is known, one for each seed: half of the customers, by a salted hash, are left alone, the
 * others called; a month is played; the measured increment in responses stands beside the true one.
 */
@Command(
        name = "increments",
        description = "Measured increments beside the truth of simulated banks, and how often the interval holds it.",
        mixinStandardHelpOptions = true)
final class IncrementsBench implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 9, 30);
    private static final String CAMPAIGN = "HOLD-OUT";
    private static final Offer OFFER = Offer.REVOLVING;
    private static final int HOUR = 18;
    private static final int DAYS = 31;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Banks (default: ${DEFAULT-VALUE}).",
            defaultValue = "100")
    private int seeds = 100;

    @Option(
            names = "--first-seed",
            paramLabel = "N",
            description = "Seed of the first bank (default: 1).",
            defaultValue = "1")
    private int firstSeed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    /** One bank's answer. */
    private record Bank(double estimate, Range range, double truth) {
        boolean holds() {
            return range.contains(truth);
        }
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Bank> banks = new ArrayList<>();
        for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
            Path folder = Files.createTempDirectory(Files.createDirectories(options.data()), "increments");
            try {
                Bank bank = bank(seed, folder.toAbsolutePath());
                banks.add(bank);
                if (!options.json()) {
                    out.printf(
                            Locale.ROOT,
                            "seed %d: estimate %.4f, 95 %% [%.4f, %.4f], truth %.4f%s%n",
                            seed,
                            bank.estimate,
                            bank.range.low(),
                            bank.range.high(),
                            bank.truth,
                            bank.holds() ? "" : "  ← missed");
                    out.flush();
                }
            } finally {
                deleteTree(folder);
            }
        }
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("covered", banks.stream().filter(Bank::holds).count());
        values.put(
                "meanEstimate", mean(banks.stream().mapToDouble(Bank::estimate).toArray()));
        values.put("meanTruth", mean(banks.stream().mapToDouble(Bank::truth).toArray()));
        values.put(
                "meanHalfWidth",
                mean(banks.stream()
                        .mapToDouble(bank -> (bank.range.high() - bank.range.low()) / 2)
                        .toArray()));
        values.put("seconds", BenchReport.rounded((System.nanoTime() - start) / 1e9));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("seeds", seeds);
        settings.put("firstSeed", firstSeed);
        settings.put("customers", options.customers(3_000));
        BenchReport report = new BenchReport("increments", settings, new Figures("yinhang", values), List.of());
        out.println(options.json() ? report.json() : report.plain());
        out.flush();
        return 0;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return Math.round(sum / values.length * 1e6) / 1e6;
    }

    private Bank bank(int seed, Path folder) {
        Lake lake = Lake.open(folder.resolve("lake"), Clock.systemUTC());
        DemoBankSettings settings = new DemoBankSettings(
                seed,
                options.customers(3_000),
                LAST_DAY.minusDays(60),
                LAST_DAY,
                Detail.FULL,
                Runtime.getRuntime().availableProcessors(),
                folder.resolve("bank"));
        DemoBank bank = DemoBank.generate(lake, settings, PersonalRows.NONE, Progress.SILENT);
        List<CustomerTruth> truths = new ArrayList<>();
        bank.truth().forEach((truth, customer) -> truths.add(truth));
        List<Integer> customers = customers(lake);
        List<ContactAction> calls = new ArrayList<>();
        double added = 0;
        for (int customer : customers) {
            if (isContacted(seed, customer)) {
                calls.add(new ContactAction(customer, CAMPAIGN, OFFER, Channel.CALL, "", HOUR, OFFER.referenceRate()));
                added += truths.get(customer).uplift(OFFER, Channel.CALL, HOUR, OFFER.referenceRate());
            }
        }
        LocalDate day = LAST_DAY.plusDays(1);
        bank.advance(day, calls, Progress.SILENT);
        assign(lake, seed, customers, day);
        for (int later = 1; later < DAYS; later++) {
            bank.advance(day.plusDays(later), List.of(), Progress.SILENT);
        }
        IncrementReport report = IncrementRun.measure(
                lake,
                lake.current(),
                new IncrementRun.Settings(new AsOf(day.plusDays(DAYS), ZONE), Optional.of(CAMPAIGN), true),
                Progress.SILENT);
        IncrementReport.Increment responses = report.increments().stream()
                .filter(increment -> increment.outcome() == Outcome.RESPONSE)
                .findFirst()
                .orElseThrow();
        return new Bank(responses.effect().difference(), responses.effect().fixed(0.05), added / calls.size());
    }

    /** Who has joined, in ascending number. */
    private static List<Integer> customers(Lake lake) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query("SELECT DISTINCT customer FROM customers ORDER BY customer", row -> row.getInt(1));
        }
    }

    /** Half of the customers by a salted hash (SplitMix64's finaliser). */
    private static boolean isContacted(int seed, int customer) {
        long z = (seed * 1_000_003L + customer + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) & 1) == 0;
    }

    /** Records the arms, as a standing hold-out is recorded at the first exposure. */
    private static void assign(Lake lake, int seed, List<Integer> customers, LocalDate day) {
        long at = new AsOf(day, ZONE).start() + 1_000_000L;
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter writer = commit.writer("trials")) {
                for (int customer : customers) {
                    boolean isContacted = isContacted(seed, customer);
                    TableWriter row = writer.row(customer, at, at, customer + 1L)
                            .text(CAMPAIGN)
                            .text(OFFER.product())
                            .text(isContacted ? "contact" : "control");
                    (isContacted ? row.text(Channel.CALL.code()) : row.absent())
                            .number(0.5)
                            .end();
                }
            }
            commit.publish(List.of());
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
