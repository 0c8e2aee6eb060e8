package org.yinhang.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.allocation.Allocator;
import org.yinhang.core.allocation.ContactOptions;
import org.yinhang.core.allocation.Limit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Plans contacts of customers with twelve options under twelve limits. The peers, OR-Tools' PDLP with two threads and the
 * same tolerance and, when asked for all, GLOP, solve the linear relaxation of the same problem at a smaller size; the ratio
 * is theirs to ours at that size. {@code value} is what a feasible plan brings, in yuan; of a peer, its fractional answer
 * shrunk until nothing that must not be exceeded is; what must be reached it need not reach. {@code lost} counts limits our plan breaks.
 */
@Command(
        name = "plan",
        description = "Finds the best contact plan under shared limits, beside OR-Tools at a smaller size.",
        mixinStandardHelpOptions = true)
final class PlanBench implements Callable<Integer> {

    /** The gap promised, and what the peers are asked for. */
    static final double TOLERANCE = 5e-4;

    private static final int QUICK = 20_000;
    private static final int ALL = 100_000;
    private static final long SEED = 11;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        int customers = options.customers(1_000_000);
        Figures ours = ours("yinhang", PlanTable.of(customers, SEED));
        List<Figures> peers = new ArrayList<>();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("customers", customers);
        settings.put("options", 12);
        settings.put("limits", 12);
        Figures compared = ours;
        if (options.peers() != BenchOptions.Peers.NONE) {
            boolean all = options.peers() == BenchOptions.Peers.ALL;
            int size = Math.min(customers, all ? ALL : QUICK);
            settings.put("peerCustomers", size);
            settings.put("tolerance", TOLERANCE);
            ContactOptions smaller = PlanTable.of(size, SEED);
            compared = ours("yinhang-at-peer-size", smaller);
            peers.add(LinearPeer.PDLP.figures(smaller));
            if (all) {
                peers.add(LinearPeer.GLOP.figures(smaller));
            }
        }
        BenchReport report = new BenchReport("plan", settings, ours, peers, compared);
        Objects.requireNonNull(spec).commandLine().getOut().println(options.json() ? report.json() : report.plain());
        return 0;
    }

    private static Figures ours(String name, ContactOptions problem) {
        Machine.resetPeak();
        long start = System.nanoTime();
        Allocation plan = Allocator.allocate(problem);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("seconds", BenchReport.rounded(seconds));
        Machine.peakMiB().ifPresent(peak -> values.put("peakMiB", peak));
        values.put("gap", plan.gap());
        values.put("value", Math.round(plan.value() / 100));
        values.put("lost", broken(plan));
        long again = System.nanoTime();
        Allocation replanned = Allocator.replan(problem.under(moved(problem)), plan);
        values.put("replanSeconds", BenchReport.rounded((System.nanoTime() - again) / 1e9));
        values.put("replanGap", replanned.gap());
        return new Figures(name, values);
    }

    /** One capacity a tenth smaller, another a tenth larger: what somebody at the plan's sliders does. */
    private static List<Limit> moved(ContactOptions problem) {
        List<Limit> limits = new ArrayList<>(problem.limits());
        limits.set(0, Limit.atMost(limits.get(0).name(), limits.get(0).amount() * 0.9));
        limits.set(6, Limit.atMost(limits.get(6).name(), limits.get(6).amount() * 1.1));
        return limits;
    }

    private static int broken(Allocation plan) {
        int broken = 0;
        for (int r = 0; r < plan.drawn().length; r++) {
            Limit limit = plan.options().limits().get(r);
            double excess = limit.kind() == Limit.Kind.AT_MOST
                    ? plan.drawn()[r] - limit.amount()
                    : limit.amount() - plan.drawn()[r];
            broken += excess > 1e-9 * Math.abs(limit.amount()) ? 1 : 0;
        }
        return broken;
    }
}
