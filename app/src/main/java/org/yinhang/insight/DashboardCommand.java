package org.yinhang.insight;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.lake.attribution.KeyFiguresReport;
import org.yinhang.lake.attribution.KeyFiguresRun;
import org.yinhang.lake.attribution.OutcomesAsOf;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The key figures of a period against the period before. */
@Command(
        name = "dashboard",
        description =
                "Contacts, applications, approvals, loans, balance, margin and bad rate of a period against the period"
                        + " before: by product, channel, branch, campaign or person.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang dashboard --data data --from 2026-06-01 --until 2026-07-01",
            "  yinhang dashboard --by channel --only product=L101 --json",
            "",
            "Exit code: 0 counted, 1 stopped by a fault, 2 wrong option."
        })
public final class DashboardCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions source = new LakeOptions();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "product, channel, branch, campaign or staff (default: ${DEFAULT-VALUE}).",
            defaultValue = "product")
    private Breakdown by = Breakdown.PRODUCT;

    @Option(names = "--only", paramLabel = "WHAT=CODE", description = "Only this value; may be repeated.")
    private Map<Breakdown, String> only = Map.of();

    @Option(names = "--from", paramLabel = "DAY", description = "First day (default: first of the last day's month).")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DAY", description = "The day after the last (default: the as-of day).")
    private @Nullable LocalDate until;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        LakeOptions.Pinned pinned = source.open();
        LocalDate end = until == null ? pinned.day().day() : until;
        ReturnsPeriod period = new ReturnsPeriod(from == null ? end.minusDays(1).withDayOfMonth(1) : from, end);
        ConsoleProgress console = ConsoleProgress.onStandardError();
        KeyFiguresReport report = KeyFiguresRun.count(
                pinned.lake(),
                pinned.snapshot(),
                new KeyFiguresRun.Settings(
                        pinned.day(), Dashboard.spans(period), Returns.SOURCE_DAYS, by, only, Optional.empty()),
                json ? Progress.SILENT : console);
        console.finish();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        OutcomesAsOf outcomes =
                OutcomesAsOf.of(pinned.lake(), pinned.snapshot(), pinned.day().zone());
        out.println(json ? DashboardText.json(report, outcomes) : DashboardText.plain(report, outcomes));
        out.flush();
        return 0;
    }
}
