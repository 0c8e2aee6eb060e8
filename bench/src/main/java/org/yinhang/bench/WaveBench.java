package org.yinhang.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.reach.Creative;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.Dispatches;
import org.yinhang.reach.OfferTerms;
import org.yinhang.reach.PlannedTouch;
import org.yinhang.reach.Reconciliation;
import org.yinhang.shared.BusinessClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Queues a wave of one text message to every customer on a durable PostgreSQL: facts read from its tables, the guards of
 * offering asked, refusals with all reasons entered in the contact ledger, the rest queued, all in transactions of some
 * thousand. The guards of sending are asked again when a touch leaves, which is not part of this figure. Filling the
 * database is not timed.
 */
@Command(
        name = "wave",
        description = "A wave through the guards into its channel's queue, ledger durable.",
        mixinStandardHelpOptions = true)
final class WaveBench implements Callable<Integer> {

    private static final int CHUNK = 5_000;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that queue (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int threads = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        int customers = options.customers(1_000_000);
        Path folder = options.data().resolve("wave-" + customers).toAbsolutePath();
        try (RunningBank bank = RunningBank.bare(folder)) {
            WaveCustomersRepository rows = new WaveCustomersRepository(bank.database());
            rows.fill(customers);
            Dispatches dispatches = bank.bean(Dispatches.class);
            DispatchTerms terms =
                    terms("bench-" + rows.dispatches(), bank.bean(DatedRules.class), bank.bean(BusinessClock.class));
            long began = System.nanoTime();
            Dispatch dispatch = dispatches.open(terms, "bench");
            queue(dispatches, dispatch, customers);
            double seconds = (System.nanoTime() - began) / 1e9;
            Reconciliation sum = dispatches.reconcile(dispatch);
            Map<String, Number> ours = new LinkedHashMap<>();
            ours.put("seconds", BenchReport.rounded(seconds));
            ours.put("perSecond", Math.round(customers / seconds));
            ours.put("queued", sum.pending());
            ours.put("withheld", sum.withheld());
            ours.put("duplicates", rows.duplicates(dispatch.id()));
            ours.put("lost", customers - rows.rows(dispatch.id()));
            ours.put("mismatches", sum.isBalanced() ? sum.withheld() - rows.refusals(terms.campaign()) : 1);
            Machine.peakMiB().ifPresent(peak -> ours.put("peakMiB", peak));
            dispatches.kill(dispatch, "bench");
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("customers", customers);
            settings.put("threads", threads);
            settings.put("fsync", rows.setting("fsync"));
            settings.put("synchronousCommit", rows.setting("synchronous_commit"));
            BenchReport report = new BenchReport("wave", settings, new Figures("yinhang", ours), List.of());
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println(options.json() ? report.json() : report.plain());
        }
        return 0;
    }

    private void queue(Dispatches dispatches, Dispatch dispatch, int customers)
            throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Integer>> parts = new ArrayList<>();
            for (int from = 1; from <= customers; from += CHUNK) {
                List<PlannedTouch> part = IntStream.range(from, Math.min(from + CHUNK, customers + 1))
                        .mapToObj(PlannedTouch::of)
                        .toList();
                parts.add(pool.submit(() -> dispatches.queue(dispatch, part)));
            }
            for (Future<Integer> part : parts) {
                part.get();
            }
        }
    }

    private static DispatchTerms terms(String campaign, DatedRules rules, BusinessClock clock) {
        Rate rate = Rate.ofPercent(new BigDecimal("9.8"));
        CostCap cap = new CostCap(
                "24 %",
                Rate.ofPercent(new BigDecimal("24")),
                AnnualMethod.MONTHLY_TIMES_TWELVE,
                LocalDate.of(2025, 10, 1),
                Optional.empty(),
                "NFRA 2025-9");
        return new DispatchTerms(
                campaign,
                "w1",
                "sms",
                5,
                "bank",
                DataUse.PERSONALISED,
                new GuardSettings(Optional.empty(), 20, 60, 3, 30, false, 0),
                "95500",
                false,
                new Creative(
                        "bench",
                        1,
                        "",
                        "【引航】{name}您好，拒收请回复R",
                        "maker",
                        Optional.of("checker"),
                        rules.inForce(clock.now().toInstant()).words().version(),
                        0),
                Optional.of(new OfferTerms(true, true, "p1", rate, Optional.of(rate), Money.ofYuan(100_000), false)),
                "",
                List.of(cap),
                Money.ofFen(5),
                Money.ofYuan(10_000_000),
                100_000_000,
                Optional.empty());
    }
}
