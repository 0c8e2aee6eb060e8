package org.yinhang.insight;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.funnel.Funnel;
import org.yinhang.lake.funnel.FunnelFile;
import org.yinhang.lake.funnel.FunnelLog;
import org.yinhang.lake.funnel.FunnelResult;
import org.yinhang.lake.funnel.FunnelRun;
import org.yinhang.lake.funnel.PathMoment;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts a funnel over the lake or over any event log. */
@Command(
        name = "funnel",
        description = "How far customers come, step by step, and where they are lost: over the lake or any event log.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang funnel application --data data --as-of 2026-07-01",
            "  yinhang funnel my-funnel.yaml --replay 3",
            "  yinhang funnel samples/bpi-2012/funnel.yaml --log bpi2012_events.csv.gz --json",
            "",
            "Exit code: 0 counted, 1 stopped by a fault, 2 wrong option."
        })
public final class FunnelCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FUNNEL",
            description = "A funnel's declaration (docs/insight.md), or one that ships: contact, online, application.")
    private String funnel = "";

    @Mixin
    private LakeOptions source = new LakeOptions();

    @Option(names = "--log", paramLabel = "FILE", description = "Count over this event log instead of the lake.")
    private @Nullable Path log;

    @Option(
            names = "--replay",
            paramLabel = "STEP",
            description = "Also the path of one who stopped at that step, from 1.")
    private @Nullable Integer replay;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Funnel declared = ShippedFunnels.find(funnel).orElseGet(() -> FunnelFile.read(Path.of(funnel)));
        ConsoleProgress console = ConsoleProgress.onStandardError();
        Progress progress = json ? Progress.SILENT : console;
        long start = System.nanoTime();
        FunnelResult result;
        List<PathMoment> path = List.of();
        if (log == null) {
            LakeOptions.Pinned pinned = source.open();
            result = FunnelRun.count(
                    pinned.lake(), pinned.snapshot(), declared, pinned.day(), FunnelRun.Settings.DEFAULT, progress);
            OptionalInt example = example(result);
            if (example.isPresent()) {
                path = FunnelRun.replay(pinned.lake(), pinned.snapshot(), declared, pinned.day(), example.getAsInt());
            }
        } else {
            result = FunnelLog.count(log, declared, LakeOptions.ZONE, progress);
            OptionalInt example = example(result);
            if (example.isPresent()) {
                path = FunnelLog.replay(log, declared, LakeOptions.ZONE, example.getAsInt());
            }
        }
        console.finish();
        double seconds = (System.nanoTime() - start) / 1e9;
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? FunnelText.json(result, path, seconds) : FunnelText.plain(result, path, seconds));
        out.flush();
        return 0;
    }

    /** Whose path is wanted: somebody who stopped at the step asked for. */
    private OptionalInt example(FunnelResult result) {
        if (replay == null) {
            return OptionalInt.empty();
        }
        int steps = result.steps().size();
        if (replay < 1 || replay > steps) {
            throw new FaultException(Fault.of(
                    "INS-1001",
                    "The funnel has no step %d.".formatted(replay),
                    "--replay",
                    "Give a number from 1 to %d.".formatted(steps)));
        }
        return result.examples().get(replay - 1);
    }
}
