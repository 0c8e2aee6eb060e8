package org.yinhang.bench;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.alert.ConversionWatch;
import org.yinhang.core.alert.WatchQuality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Alerts on simulated seasonal series: half with a drop of a fifth in one value of one dimension, half without. */
@Command(
        name = "alerts",
        description = "Precision and recall of alerts on simulated seasonal series with a 20 %% drop in one dimension.",
        mixinStandardHelpOptions = true)
final class AlertsBench implements Callable<Integer> {

    private static final double ALPHA = 0.002;
    private static final double DROP = 0.8;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--quarters",
            paramLabel = "N",
            description = "Quarters with a drop (default: ${DEFAULT-VALUE}).",
            defaultValue = "200")
    private int quarters = 200;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Everything follows from it (default: 1).",
            defaultValue = "1")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        int eachDay = options.customers(8_000);
        WatchQuality quality = WatchQuality.measure(new ConversionWatch(ALPHA), quarters, seed, eachDay, DROP);
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("precision", BenchReport.rounded(quality.precision()));
        values.put("recall", BenchReport.rounded(quality.recall()));
        values.put("falseAlarms", quality.falseAlarms());
        values.put("seconds", BenchReport.rounded((System.nanoTime() - start) / 1e9));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("quartersWithDrop", quarters);
        settings.put("quartersWithout", quarters);
        settings.put("beganEachDay", eachDay);
        settings.put("alphaADay", ALPHA);
        settings.put("seed", seed);
        BenchReport report = new BenchReport("alerts", settings, new Figures("yinhang", values), List.of());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(options.json() ? report.json() : report.plain());
        out.flush();
        return 0;
    }
}
