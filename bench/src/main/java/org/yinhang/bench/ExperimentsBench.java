package org.yinhang.bench;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.experiment.AnyTime;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.experiment.Power;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Experiments with known truth: how often a look every day finds what is not there, how often what is there is found, what
 * a covariate saves. The same looks with a test meant for one of them stand beside.
 */
@Command(
        name = "experiments",
        description = "Simulated experiments: false finds under daily looks, power against theory, CUPED.",
        mixinStandardHelpOptions = true)
final class ExperimentsBench implements Callable<Integer> {

    private static final double ALPHA = 0.05;
    private static final int DAYS = 28;
    private static final double CONTROL = 0.06;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Experiments (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000")
    private int runs = 1_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Everything follows from it (default: 1).",
            defaultValue = "1")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    /** How often each way to look found a difference, and the units the any-time way had taken by then. */
    private record Found(int anyTime, int fixedEveryDay, int fixedAtEnd, double days) {}

    @Override
    public Integer call() {
        long start = System.nanoTime();
        int perArm = (int) Math.ceil(Power.USUAL.unitsForShares(CONTROL, CONTROL * 1.2));
        int eachDay = Math.ceilDiv(perArm, DAYS);
        double theory = Power.ofShares((double) eachDay * DAYS, CONTROL, CONTROL * 1.2, ALPHA);
        Found nothing = daily(CONTROL, eachDay);
        Found something = daily(CONTROL * 1.2, eachDay);
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("falseAnyTime", share(nothing.anyTime));
        values.put("falseFixedEveryDay", share(nothing.fixedEveryDay));
        values.put("falseFixedAtEnd", share(nothing.fixedAtEnd));
        values.put("powerFixedAtEnd", share(something.fixedAtEnd));
        values.put("powerTheory", BenchReport.rounded(theory));
        values.put("powerAnyTime", share(something.anyTime));
        values.put("meanDaysAnyTime", BenchReport.rounded(something.days));
        for (double correlation : List.of(0.5, 0.8)) {
            values.put("cupedReductionAt" + correlation, BenchReport.rounded(reduction(correlation)));
        }
        values.put("seconds", BenchReport.rounded((System.nanoTime() - start) / 1e9));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("runs", runs);
        settings.put("seed", seed);
        settings.put("days", DAYS);
        settings.put("eachDayAndArm", eachDay);
        settings.put("alpha", ALPHA);
        BenchReport report = new BenchReport("experiments", settings, new Figures("yinhang", values), List.of());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(options.json() ? report.json() : report.plain());
        out.flush();
        return 0;
    }

    private double share(int count) {
        return BenchReport.rounded((double) count / runs);
    }

    private Found daily(double arm, int eachDay) {
        AnyTime any = new AnyTime(ALPHA, 2L * DAYS * eachDay, 300);
        Random random = new Random(seed);
        int anyTime = 0;
        int everyDay = 0;
        int atEnd = 0;
        double days = 0;
        for (int run = 0; run < runs; run++) {
            long first = 0;
            long second = 0;
            int stopped = 0;
            boolean fixed = false;
            boolean last = false;
            for (int day = 1; day <= DAYS; day++) {
                for (int i = 0; i < eachDay; i++) {
                    first += random.nextDouble() < CONTROL ? 1 : 0;
                    second += random.nextDouble() < arm ? 1 : 0;
                }
                long units = (long) eachDay * day;
                Moments control = Moments.ofSuccesses(first, units);
                Moments other = Moments.ofSuccesses(second, units);
                Effect effect = Effect.ofMeans(control, other);
                last = effect.pValue() < ALPHA;
                fixed |= last;
                if (stopped == 0 && any.speaks(control, other) && any.pValue(effect, 2 * units) < ALPHA) {
                    stopped = day;
                }
            }
            anyTime += stopped > 0 ? 1 : 0;
            everyDay += fixed ? 1 : 0;
            atEnd += last ? 1 : 0;
            days += (stopped > 0 ? stopped : DAYS) / (double) runs;
        }
        return new Found(anyTime, everyDay, atEnd, days);
    }

    /** The mean share of the variance that a covariate of this correlation takes out; in theory its square. */
    private double reduction(double correlation) {
        Random random = new Random(seed);
        double rest = Math.sqrt(1 - correlation * correlation);
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            Moments control = Moments.NONE;
            Moments arm = Moments.NONE;
            for (int i = 0; i < 500; i++) {
                double before = random.nextGaussian();
                control = control.plus(correlation * before + rest * random.nextGaussian(), before);
                before = random.nextGaussian();
                arm = arm.plus(correlation * before + rest * random.nextGaussian(), before);
            }
            double ratio = Effect.ofAdjustedMeans(control, arm).error()
                    / Effect.ofMeans(control, arm).error();
            sum += 1 - ratio * ratio;
        }
        return sum / runs;
    }
}
