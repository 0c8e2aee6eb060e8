package org.yinhang.insight;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.IncrementRun;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What contacts truly added, over customers left alone by chance. */
@Command(
        name = "increments",
        description =
                "What contacts truly added in applications, loans, balance, margin and bad loans, over customers left"
                        + " alone by chance (the lake's trials), on cohorts whose time has passed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  yinhang increments --data data", "  yinhang increments --campaign demo-home --standing --json"})
public final class IncrementsCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions source = new LakeOptions();

    @Option(names = "--campaign", paramLabel = "CODE", description = "Only of this campaign.")
    private @Nullable String campaign;

    @Option(
            names = "--standing",
            description =
                    "The hold-out is standing: a customer keeps the arm of the first assignment, which alone counts.")
    private boolean isStanding;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ConsoleProgress console = ConsoleProgress.onStandardError();
        LakeOptions.Pinned pinned = source.open();
        IncrementReport report = IncrementRun.measure(
                pinned.lake(),
                pinned.snapshot(),
                new IncrementRun.Settings(pinned.day(), Optional.ofNullable(campaign), isStanding),
                json ? Progress.SILENT : console);
        console.finish();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? IncrementText.json(report) : IncrementText.plain(report));
        out.flush();
        return 0;
    }
}
